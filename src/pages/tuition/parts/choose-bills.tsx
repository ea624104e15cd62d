import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { inDong } from '#lib/money';
import { Button } from '#ui/button';
import { CheckBox } from '#ui/check';
import { moneyIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { dueInWords } from '../due';
import { standingOf } from '../standing';
import { texts } from '../texts';
import { usePay } from '../use-pay';
import { PayFailed } from './pay-failed';

interface ChooseBillsProps {
  students: readonly Schemas['Student'][];
  onStop: () => void;
}

/** Several months, terms or children in one payment; of one school, as its money goes to one account. */
export function ChooseBills({ students, onStop }: ChooseBillsProps) {
  const t = useTexts(texts);
  const { pay, busy, error } = usePay();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isTold, setTold] = useState(false);

  const offered = students
    .map((student) => ({ student, bills: student.bills.filter((bill) => standingOf(bill) === 'due') }))
    .filter(({ bills }) => bills.length > 0);
  const picked = offered.flatMap(({ student, bills }) =>
    bills.filter(({ id }) => chosen.includes(id)).map((bill) => ({ bill, school: student.school.name })),
  );
  const sum = picked.reduce((total, { bill }) => total + bill.totalVnd, 0);
  const isMixed = new Set(picked.map(({ school }) => school)).size > 1;

  const go = (): void => {
    setTold(true);
    if (picked.length > 0 && !isMixed) void pay(picked.map(({ bill }) => bill.id));
  };
  return (
    <Screen
      title={t.choose}
      lead={t.chooseMore}
      back={onStop}
      foot={
        <Button icon={moneyIcon} busy={busy} onClick={go}>
          {busy ? t.paying : picked.length === 0 ? t.choose : t.chosen(picked.length, inDong(sum))}
        </Button>
      }
    >
      {offered.map(({ student, bills }) => (
        <fieldset key={student.id} className="sec">
          <legend className="font-semibold">{student.fullName}</legend>
          <p className="sub">{t.className(student.className, student.school.name)}</p>
          {bills.map(({ id, title, totalVnd, dueDate }) => (
            <CheckBox
              key={id}
              checked={chosen.includes(id)}
              onChange={(checked) => {
                setTold(false);
                setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id));
              }}
            >
              {title} <b className="money block">{inDong(totalVnd)}</b>
              {dueDate === null ? null : <span className="sub block">{dueInWords(dueDate, t)}</span>}
            </CheckBox>
          ))}
        </fieldset>
      ))}
      <div className="stack mt-4">
        {isMixed || (isTold && picked.length === 0) ? (
          <Notice tone="bad" role="alert">
            {isMixed ? t.otherSchool : t.noneChosen}
          </Notice>
        ) : null}
        <PayFailed error={error} />
        <Button look="text" onClick={onStop}>
          {t.stop}
        </Button>
      </div>
    </Screen>
  );
}
