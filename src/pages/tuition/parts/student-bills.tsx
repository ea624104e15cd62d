import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { inDong } from '#lib/money';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { crossIcon, hourglassIcon, okCircleIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { dueInWords } from '../due';
import { standingOf } from '../standing';
import { texts } from '../texts';

type Student = Schemas['Student'];
type Bill = Schemas['TuitionBill'];

/** One child: what is to be paid first, then what was; each line leads to its bill. */
export function StudentBills({ student }: { student: Student }) {
  const t = useTexts(texts);
  const { bills, className, fullName, school } = student;
  return (
    <section className="sec" aria-label={fullName}>
      <h2>{fullName}</h2>
      <p className="sub mb-3">{t.className(className, school.name)}</p>
      {bills.length === 0 ? (
        <p>{t.noBills}</p>
      ) : (
        <List>
          {bills.map((bill) => (
            <BillRow key={bill.id} bill={bill} />
          ))}
        </List>
      )}
      <ForgetChild student={student} />
    </section>
  );
}

function BillRow({ bill }: { bill: Bill }) {
  const t = useTexts(texts);
  const standing = standingOf(bill);
  const money = bill.totalVnd === 0 ? t.free : inDong(bill.totalVnd);
  return (
    <Row
      title={bill.title}
      meta={
        standing === 'due' && bill.dueDate !== null ? (
          <>
            <b className="money text-ink">{money}</b>
            <span className="block">{dueInWords(bill.dueDate, t)}</span>
          </>
        ) : (
          <b className="money text-ink">{money}</b>
        )
      }
      {...(standing === 'due' || standing === 'free' ? {} : { chip: <StandingChip standing={standing} /> })}
      to={paths.bill({ billId: bill.id })}
    />
  );
}

function StandingChip({ standing }: { standing: 'paying' | 'paid' | 'withdrawn' }) {
  const t = useTexts(texts);
  const icons = { paying: hourglassIcon, paid: okCircleIcon, withdrawn: crossIcon };
  return (
    <Chip tone={standing === 'paid' ? 'ok' : 'neutral'} icon={icons[standing]}>
      {t.states[standing]}
    </Chip>
  );
}

/** Asks first, and says what stays. */
function ForgetChild({ student: { id, fullName } }: { student: Student }) {
  const t = useTexts(texts);
  const [asked, setAsked] = useState(false);
  const forget = useAct('unfollowStudent', { refresh: ['listStudents'] });
  if (!asked) {
    return (
      <Button look="text" size="small" aria-label={t.forgetOf(fullName)} onClick={() => setAsked(true)}>
        {t.forget}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={t.forgetOf(fullName)} className="mt-3 grid gap-2">
      <p role="alert">{t.forgetAsk(fullName)}</p>
      {forget.error === undefined ? null : <FailedAct error={forget.error} />}
      <Button onClick={() => setAsked(false)}>{t.keep}</Button>
      <Button
        look="danger"
        size="small"
        busy={forget.busy}
        onClick={() => void forget.run({ params: { studentId: id } })}
      >
        {forget.busy ? t.forgetting : t.forgetOf(fullName)}
      </Button>
    </div>
  );
}
