import { reportStateTitle, reportState, type Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { Timeline, type TimelineItem } from '#ui/timeline';
import { useLanguage, useTexts } from '#ui/texts';
import { reportTexts } from '../report-texts';

/** What was done, each step with who, when and the public sentence. */
export function ReportTimeline({ events, yours }: { events: readonly Schemas['ReportEvent'][]; yours: boolean }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const items = events.map(({ at, state, note, by }, index): TimelineItem => {
    const last = index === events.length - 1;
    const present = yours ? 'you' : 'now';
    return {
      state: last && reportState(state).open ? present : 'done',
      title: reportStateTitle(state, language),
      meta: t.by(by ?? t.person, momentInWords(at, now(), language)),
      body: note ?? undefined,
    };
  });
  return (
    <section className="sec">
      <h2>{t.timeline}</h2>
      <Timeline items={items} />
    </section>
  );
}
