import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { Field } from '#ui/field';
import { List } from '#ui/list';
import { SwitchRow } from '#ui/switch-row';
import { useTexts } from '#ui/texts';
import { choiceTexts } from '../choice-texts';

type Quiet = Schemas['QuietHours'];

/** Offered to whoever switches them on. */
const usual: Quiet = { from: '22:00', to: '06:00' };

const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);

interface QuietHoursProps {
  quiet: Quiet | null;
  saving: boolean;
  onChange: (quiet: Quiet | null) => void;
}

/** When nothing is sent; the hours are chosen from the phone's own list. */
export function QuietHours({ quiet, saving, onChange }: QuietHoursProps) {
  const t = useTexts(choiceTexts);
  const [same, setSame] = useState(false);

  const choose = (end: keyof Quiet, time: string): void => {
    const chosen = { ...(quiet ?? usual), [end]: time };
    setSame(chosen.from === chosen.to);
    if (chosen.from !== chosen.to) onChange(chosen);
  };
  const select = (end: keyof Quiet, hours: Quiet) => (
    <Field label={t[end]} {...(same ? { error: t.same } : {})}>
      {(ties) => (
        <select {...ties} className="input" value={hours[end]} onChange={(event) => choose(end, event.target.value)}>
          {[...new Set([...halfHours, hours[end]])].sort().map((time) => (
            <option key={time}>{time}</option>
          ))}
        </select>
      )}
    </Field>
  );

  return (
    <section className="sec">
      <h2>{t.quiet}</h2>
      <List>
        <SwitchRow
          title={t.quietSwitch}
          meta={saving ? t.saving : quiet === null ? t.quietOff : t.quietOn(quiet.to)}
          on={quiet !== null}
          onChange={(on) => onChange(on ? usual : null)}
        />
      </List>
      {quiet === null ? null : (
        <div className="stack mt-4">
          {select('from', quiet)}
          {select('to', quiet)}
        </div>
      )}
    </section>
  );
}
