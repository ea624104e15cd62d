import type { Schemas } from '@dvc/contract';
import { inFigures, inPercent } from '#lib/figures';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';
import { Bars } from './bars';

type Funnel = Schemas['NumberFunnel'];

/** How far dossiers of a procedure came: each step, and how many of those on the one before went on. */
export function FunnelBars({ funnel: { name, steps } }: { funnel: Funnel }) {
  const t = useTexts(texts);
  const language = useLanguage();
  // A procedure without papers has no such step.
  const walked = steps.filter(({ count }) => count > 0);
  const begun = walked[0]?.count ?? 0;
  const done = walked.find(({ step }) => step === 'sent')?.count ?? 0;
  const bars = walked.map(({ step, count }, index) => {
    const before = walked[index - 1]?.count;
    const left = before === undefined || before <= count ? undefined : before - count;
    const figures = inFigures(count, language);
    return {
      label: t.steps[step],
      value: count,
      words: left === undefined ? figures : t.left(figures, inFigures(left, language)),
    };
  });
  const note = begun > 0 && done > 0 ? t.completed(inPercent(done, begun)) : undefined;
  return (
    <Bars
      title={t.wayOf(name)}
      columns={[t.step, t.dossiers]}
      bars={bars}
      full={begun}
      {...(note === undefined ? {} : { note })}
    />
  );
}
