import type { Schemas } from '@dvc/contract';
import type { OperationOutput, Pages } from '#api';
import { judgeDeepLink } from '#nav';
import { Chip } from '#ui/chip';
import { askIcon, cameraIcon, findIcon, newsIcon, officeIcon, paperIcon, placeIcon, shopIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { MorePages } from '#ui/more-pages';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { texts } from '../texts';

type Hit = Schemas['SearchHit'];

const icons: Record<Hit['kind'], string> = {
  service: findIcon,
  procedure: paperIcon,
  place: placeIcon,
  commune: officeIcon,
  question: askIcon,
  store: shopIcon,
  report: cameraIcon,
  article: newsIcon,
};

/** The server may know of services that this version of the app does not have. */
const leadsSomewhere = ({ path }: Hit): boolean => judgeDeepLink(path).refused === undefined;

interface ResultsProps {
  first: OperationOutput<'searchEverything'>;
  pages: Pages<OperationOutput<'searchEverything'>>;
  /** Somebody opens one of them. */
  onOpen: () => void;
}

/** What was found, best first; the count is said aloud when it changes. */
export function Results({ first, pages, onOpen }: ResultsProps) {
  const t = useTexts(texts);
  const hits = pages.items.filter(leadsSomewhere);
  return (
    <section className="sec">
      <h2>
        <span role="status">{t.found(first.total, first.total >= 100)}</span>
      </h2>
      {first.understood === null ? null : <p className="sub mb-2">{t.understood(first.understood)}</p>}
      <List>
        {hits.map((hit) => {
          const said = hit.also ?? hit.meta ?? undefined;
          return (
            <Row
              key={`${hit.kind} ${hit.id}`}
              icon={icons[hit.kind]}
              title={hit.title}
              lang="vi"
              meta={said === undefined ? undefined : <InVietnamese>{said}</InVietnamese>}
              to={hit.path}
              onClick={onOpen}
              chip={<Chip icon={icons[hit.kind]}>{t.kinds[hit.kind]}</Chip>}
            />
          );
        })}
      </List>
      <MorePages {...pages} />
    </section>
  );
}
