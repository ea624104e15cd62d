import { usePages } from '#api';
import { levelOf, useIdentity } from '#auth';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { outbox, useOutbox } from '#offline';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Coming } from '#ui/coming';
import { cameraIcon, speakIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { MorePages } from '#ui/more-pages';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { listTexts } from './list-texts';
import { outboxTexts } from './outbox-texts';
import { OutboxEntry } from './parts/outbox-entry';
import { ReportChip } from './parts/report-chip';

/** Mine: what waits on this phone, what I sent, what I follow. */
export default function MyReportsScreen() {
  const t = useTexts(listTexts);
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
      {known ? <Sent /> : null}
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

function Sent() {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const nothingWaits = useOutbox().items.length === 0;
  const pages = usePages('listMyReports', { query: {} });
  const { first, items, error, reload } = pages;
  if (first === undefined) {
    return (
      <Coming error={error} reload={reload} label={t.mineLoading} failed={t.mineFailed}>
        {t.mineFailedMore}
      </Coming>
    );
  }
  if (items.length === 0) {
    return nothingWaits ? (
      <Empty icon={speakIcon} title={t.emptyMine}>
        {t.emptyMineMore}
      </Empty>
    ) : null;
  }
  return (
    <section className="sec">
      <h2>{t.sent}</h2>
      <List>
        {items.map((report) => (
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
      <MorePages {...pages} />
    </section>
  );
}
