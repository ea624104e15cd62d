import { useEffect } from 'react';
import { refreshAnswers, useOperation } from '#api';
import { levelOf, type Identity } from '#auth';
import { paths } from '#nav';
import {
  askIcon,
  bellIcon,
  calendarIcon,
  cardIcon,
  flagIcon,
  folderIcon,
  paperIcon,
  pencilIcon,
  personIcon,
} from '#ui/icons';
import { List, Row } from '#ui/list';
import { shopIcon } from '#ui/more-icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

interface Counted {
  all: number;
  waiting: number;
}

interface Kind {
  icon: string;
  title: string;
  /** What it is, where no number is known. */
  about: string;
  waits: (count: number) => string;
  to: string;
  count: Counted | undefined;
}

function ThingRow({ icon, title, about, waits, to, count }: Kind) {
  const t = useTexts(texts);
  const said = count === undefined ? about : count.waiting > 0 ? waits(count.waiting) : count.all > 0 ? about : t.none;
  return <Row icon={icon} title={title} meta={said} count={count?.all === 0 ? undefined : count?.all} to={to} />;
}

/** The way to what is mine in every service, with how much of it there is; without numbers the ways are all open. */
export function MyThings({ identity }: { identity: Identity }) {
  const t = useTexts(texts);
  const level = levelOf(identity);
  const things = useOperation('countMyThings', {}, { enabled: level >= 1 });
  const papers = useOperation('countMyDossiers', {}, { enabled: level === 2 });
  // Whoever comes back from one of the lists has perhaps changed it: the numbers are asked for anew.
  useEffect(() => () => refreshAnswers('countMyThings', 'countMyDossiers'), []);

  const unread = 'unread' in identity ? identity.unread : 0;
  const kinds = t.kinds;
  const ofCitizen: Kind[] = [
    { icon: folderIcon, ...kinds.dossiers, to: paths.dossiers(), count: papers.data?.dossiers },
    { icon: pencilIcon, ...kinds.drafts, to: paths.dossiers(), count: papers.data?.drafts },
  ];
  const ofContact: Kind[] = [
    { icon: flagIcon, ...kinds.reports, to: paths.myReports(), count: things.data?.reports },
    { icon: askIcon, ...kinds.questions, to: paths.myQuestions(), count: things.data?.questions },
    { icon: calendarIcon, ...kinds.appointments, to: paths.appointments(), count: things.data?.appointments },
    { icon: shopIcon, ...kinds.stores, to: paths.registerStore(), count: things.data?.stores },
    { icon: cardIcon, ...kinds.payments, to: paths.payments(), count: things.data?.payments },
  ];
  const failed = things.error !== undefined || papers.error !== undefined;
  const known = things.data !== undefined || papers.data !== undefined;
  return (
    <>
      {failed && !known ? (
        <Notice tone="info" role="status">
          {t.notCounted}
        </Notice>
      ) : null}
      <List label={t.mine}>
        {ofCitizen.map((kind) => (
          <ThingRow key={kind.title} {...kind} about={level === 2 ? kind.about : t.needsLink} />
        ))}
        <Row
          icon={paperIcon}
          title={t.documents}
          meta={level === 2 ? t.documentsMeta : t.needsLink}
          to={paths.wallet()}
        />
        <Row
          icon={personIcon}
          title={t.acting}
          meta={level === 2 ? t.actingMeta : t.needsLink}
          to={paths.delegations()}
        />
      </List>
      <List label={t.sent}>
        {ofContact.map((kind) => (
          <ThingRow key={kind.title} {...kind} about={level >= 1 ? kind.about : t.needsPhone} />
        ))}
        <Row
          icon={bellIcon}
          title={t.inbox}
          meta={level >= 1 ? t.inboxMeta(unread) : t.needsPhone}
          count={unread > 0 ? unread : undefined}
          to={paths.inbox()}
        />
      </List>
    </>
  );
}
