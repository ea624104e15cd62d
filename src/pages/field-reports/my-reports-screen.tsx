import { useState } from 'react';
import { useOperation } from '#api';
import { levelOf, useIdentity } from '#auth';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { outbox, useOutbox } from '#offline';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { cameraIcon, speakIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { listTexts } from './list-texts';
import { outboxTexts } from './outbox-texts';
import { OutboxEntry } from './parts/outbox-entry';
import { ReportChip } from './parts/report-chip';

/** Mine: what waits on this phone, what I sent, what I follow. */
export default function MyReportsScreen() {
  const t = useTexts(listTexts);
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const known = levelOf(useIdentity()) >= 1;
  return (
    <Screen
      title={t.mine}
      foot={
        <LinkButton icon={cameraIcon} to={paths.sendReport()}>
          {t.send}
        </LinkButton>
      }
    >
      <Waiting />
      {known
        ? cursors.map((cursor, index) => (
            <Page
              key={cursor ?? 'newest'}
              cursor={cursor}
              onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
            />
          ))
        : null}
    </Screen>
  );
}

function Waiting() {
  const t = useTexts(outboxTexts);
  const { items, wiped } = useOutbox();
  return (
    <>
      {wiped === 0 ? null : (
        <div className="mt-3">
          <Notice tone="bad" role="alert" title={t.wipedTitle}>
            <p>{t.wiped(wiped)}</p>
            <Button look="second" size="small" onClick={() => void outbox.forgetWiped()}>
              {t.seen}
            </Button>
          </Notice>
        </div>
      )}
      {items.length === 0 ? null : (
        <section className="sec">
          <h2>{t.waitingTitle}</h2>
          <div className="grid gap-3">
            {items.map((item) => (
              <OutboxEntry key={item.id} item={item} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Page({ cursor, onMore }: { cursor: string | undefined; onMore: ((next: string) => void) | undefined }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const nothingWaits = useOutbox().items.length === 0;
  const { data, error, reload } = useOperation('listMyReports', { query: cursor === undefined ? {} : { cursor } });
  if (data === undefined) {
    if (error !== undefined) {
      return (
        <Failure error={error} title={t.mineFailed} onRetry={reload}>
          {t.mineFailedMore}
        </Failure>
      );
    }
    return <Loading label={t.mineLoading} onRetry={reload} />;
  }
  if (data.items.length === 0) {
    return cursor === undefined && nothingWaits ? (
      <Empty icon={speakIcon} title={t.emptyMine}>
        {t.emptyMineMore}
      </Empty>
    ) : null;
  }
  return (
    <section className="sec">
      {cursor === undefined ? <h2>{t.sent}</h2> : null}
      <List>
        {data.items.map((report) => (
          <Row
            key={report.id}
            title={report.words === '' ? t.untitled : report.words}
            meta={[
              ...(report.mine ? [] : [t.following]),
              ...(report.place === null ? [] : [report.place]),
              momentInWords(report.submittedAt, now(), language),
            ].join(', ')}
            chip={<ReportChip report={report} yours={report.mine && report.turn === 'person'} />}
            to={paths.report({ id: report.id })}
          />
        ))}
      </List>
      {data.next === null || onMore === undefined ? null : (
        <div className="mt-3">
          <Button
            look="second"
            onClick={() => {
              if (data.next !== null) onMore(data.next);
            }}
          >
            {t.more}
          </Button>
        </div>
      )}
    </section>
  );
}
