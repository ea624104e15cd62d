import type { ReactNode } from 'react';
import { defineTexts } from '#lib/texts';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: { step: (step: number, steps: number) => `Bước ${String(step)}/${String(steps)}` },
  en: { step: (step: number, steps: number) => `Step ${String(step)} of ${String(steps)}` },
});

interface StepHeadProps {
  step: number;
  steps: number;
  /** What must not be forgotten on any step, such as for whom it is done. */
  reminder?: ReactNode;
  children: ReactNode;
}

/** Which step of how many, in words and as a bar; give it to Screen: `heading={(h1) => <StepHead …>{h1}</StepHead>}`. */
export function StepHead({ step, steps, reminder, children }: StepHeadProps) {
  const t = useTexts(texts);
  return (
    <div className="step">
      <div className="seg" aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <i key={index} className={index < step ? 'on' : ''} />
        ))}
      </div>
      <p>{t.step(step, steps)}</p>
      {reminder === undefined ? null : <p className="reminder">{reminder}</p>}
      {children}
    </div>
  );
}
