import { province } from '#config';
import { searchCommunes, splitFormer, useCommunes, type CommuneMatch } from '#forms';
import { fold } from '#lib/fold';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { Coming } from '#ui/coming';
import { phoneIcon, placeIcon, searchIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A former name that several places had, each whole: they only share the name. */
function namesakesOf(q: string, matches: readonly CommuneMatch[]): { name: string; count: number } | undefined {
  const wanted = fold(q);
  const names = matches.flatMap(({ former }) =>
    former.filter(({ part, name }) => part === 'full' && fold(name).endsWith(wanted)),
  );
  const name = names[0]?.name;
  const count = names.filter((unit) => unit.name === name).length;
  return name === undefined || count < 2 ? undefined : { name, count };
}

/** Communes for what was typed. Where a former one was split, the person says which part; nothing is guessed. */
export function FoundCommunes({ q }: { q: string }) {
  const t = useTexts(texts);
  const { index, error, reload } = useCommunes();
  if (index === undefined) {
    return (
      <Coming error={error} reload={reload} label={t.looking} failed={t.indexFailed}>
        {t.indexFailedMore}
      </Coming>
    );
  }
  const matches = searchCommunes(index, q);
  if (matches.length === 0) {
    return (
      <>
        <p className="unseen" role="status">
          {t.none(q)}
        </p>
        <Empty icon={searchIcon} title={t.none(q)}>
          {t.noneMore}
        </Empty>
      </>
    );
  }
  return (
    <section className="sec">
      <h2>
        <span role="status">{t.found(matches.length)}</span>
      </h2>
      <WhichOne q={q} matches={matches} />
      <List>
        {matches.map((match) => (
          <Row
            key={match.code}
            icon={placeIcon}
            title={match.name}
            lang="vi"
            meta={
              match.former.map((unit) => (unit.part === 'full' ? t.whole : t.part)(lowered(unit.name))).join('. ') ||
              undefined
            }
            to={paths.authority({ id: match.code })}
          />
        ))}
      </List>
    </section>
  );
}

function WhichOne({ q, matches }: { q: string; matches: readonly CommuneMatch[] }) {
  const t = useTexts(texts);
  const { hotline } = province.contact;
  const split = splitFormer(matches);
  const namesakes = split === undefined ? namesakesOf(q, matches) : undefined;
  if (split === undefined && namesakes === undefined) return null;
  return (
    <div className="mb-3">
      <Notice title={split === undefined ? undefined : t.splitTitle(split.name, split.count)}>
        <p>{namesakes === undefined ? t.split : t.namesakes(lowered(namesakes.name), namesakes.count)}</p>
        {hotline === undefined ? null : (
          <LinkButton look="text" size="small" icon={phoneIcon} to={`tel:${hotline}`}>
            {t.splitCall(readablePhone(hotline))}
          </LinkButton>
        )}
      </Notice>
    </div>
  );
}
