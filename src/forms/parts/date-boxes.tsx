import { readDateParts, writeDateParts, type DateParts, type DatePrecision, type FaultCode } from '@dvc/contract/forms';
import { TextInput } from '#ui/input';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

interface DateBoxesProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  /** Without `day` there is no box for it. */
  precision: readonly DatePrecision[] | undefined;
  fault: FaultCode | undefined;
  describedBy: string | undefined;
}

const missing: Partial<Record<FaultCode, keyof DateParts>> = {
  'date-day-missing': 'day',
  'date-month-missing': 'month',
  'date-year-missing': 'year',
};
const lengths = { day: 2, month: 2, year: 4 } as const;

/** A date in three boxes a person can type in; nothing jumps on while typing. */
export function DateBoxes({ id, value, onChange, precision, fault, describedBy }: DateBoxesProps) {
  const t = useTexts(texts);
  const boxes = (['day', 'month', 'year'] as const).filter(
    (part) => part !== 'day' || precision === undefined || precision.includes('day'),
  );
  const parts = readDateParts(value) ?? { year: '', month: '', day: '' };
  const isWrong = (part: keyof DateParts): true | undefined =>
    fault !== undefined && (missing[fault] ?? part) === part ? true : undefined;
  const write = (part: keyof DateParts, typed: string): void => {
    const digits = typed.replace(/\D/g, '').slice(0, lengths[part]);
    const next = { ...parts, [part]: digits };
    onChange(next.day + next.month + next.year === '' ? '' : writeDateParts(next));
  };
  return (
    <div className="date">
      {boxes.map((part) => (
        <label key={part}>
          {t[part]}
          <TextInput
            id={`${id}.${part}`}
            inputMode="numeric"
            maxLength={lengths[part]}
            value={parts[part]}
            aria-invalid={isWrong(part)}
            aria-describedby={describedBy}
            onChange={(event) => {
              write(part, event.target.value);
            }}
          />
        </label>
      ))}
    </div>
  );
}
