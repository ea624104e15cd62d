import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { dayOf, longDate } from '#lib/dates';
import { useOutbox } from '#offline';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { isUntold } from '../addition-delivery';
import { listTexts } from '../list-texts';
import { reportTexts } from '../report-texts';
import { AdditionForm } from './addition-form';
import { OutboxEntry } from './outbox-entry';
import { Merged } from './public-report-view';
import { ReportChip } from './report-chip';
import { ReportFacts } from './report-facts';
import { ReportPhotos } from './report-photos';
import { ReportRating } from './report-rating';
import { ReportTimeline } from './report-timeline';

/** A report of my own: what I wrote, what was done, and what I can do about it. */
export function MyReportView({ report }: { report: Schemas['MyReport'] }) {
  const t = useTexts(reportTexts);
  const list = useTexts(listTexts);
  const language = useLanguage();
  const { items } = useOutbox();
  const { id, words, files, photos, events, state, clarifyBy, reopenUntil, mergedInto } = report;
  const yours = state === 'clarifying';
  // Sent from here, now or on an earlier visit, and not told of by the server yet: sent once more it would be there twice.
  const [added, setAdded] = useState<string>();
  const addition = items.find((item) => item.id === added || isUntold(item, report));
  const asked = [...events].reverse().find((event) => event.state === 'clarifying')?.note;
  return (
    <Screen title={words === '' ? list.untitled : words}>
      <div className="mt-2">
        <ReportChip report={report} yours={yours} />
      </div>
      {mergedInto === null ? null : <Merged into={mergedInto} />}
      {addition === undefined ? null : (
        <div className="mt-3">
          <OutboxEntry item={addition} />
        </div>
      )}
      {yours && addition === undefined ? (
        <section className="sec">
          <Notice tone="act" title={t.clarifyTitle}>
            {asked} {clarifyBy === null ? null : t.clarifyBy(longDate(clarifyBy, language))}
          </Notice>
          <AdditionForm report={report} purpose="clarification" onAdded={setAdded} />
        </section>
      ) : null}
      <p className="sub mt-3">{report.isPublic ? t.isPublic : t.notPublic}</p>
      {report.hideName ? <p className="sub">{t.hidden}</p> : null}
      {files.length === 0 ? null : <p className="mt-2">{t.files(files.length)}</p>}
      <ReportPhotos reportId={id} photos={photos} />
      <ReportFacts report={report} />
      <ReportTimeline events={events} yours={yours} />
      {report.mayRate ? <ReportRating report={report} /> : null}
      {reopenUntil === null || addition !== undefined ? null : (
        <Reopen report={report} until={longDate(dayOf(reopenUntil), language)} onAdded={setAdded} />
      )}
    </Screen>
  );
}

interface ReopenProps {
  report: Schemas['MyReport'];
  until: string;
  onAdded: (itemId: string) => void;
}

function Reopen({ report, until, onAdded }: ReopenProps) {
  const t = useTexts(reportTexts);
  const [open, setOpen] = useState(false);
  return (
    <section className="sec">
      <h2>{t.reopenAsk}</h2>
      <p>{t.reopenUntil(until)}</p>
      {open ? (
        <AdditionForm report={report} purpose="reopening" onAdded={onAdded} onCancel={() => setOpen(false)} />
      ) : (
        <Button look="second" onClick={() => setOpen(true)}>
          {t.reopen}
        </Button>
      )}
    </section>
  );
}
