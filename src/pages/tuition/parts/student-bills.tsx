import type { Schemas } from '@dvc/contract';
import { callOperation, refreshAnswers } from '#api';
import { inDong } from '#lib/money';
import { paths } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { Chip } from '#ui/chip';
import { crossIcon, hourglassIcon, okCircleIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
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
      <h2 lang="vi">{fullName}</h2>
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
      lang="vi"
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
  const forget = async (): Promise<void> => {
    await callOperation('unfollowStudent', { params: { studentId: id } });
    refreshAnswers('listStudents');
  };
  return (
    <div className="mt-3">
      <AskFirst
        label={t.forget}
        aria-label={t.forgetOf(fullName)}
        question={t.forgetAsk(fullName)}
        keep={t.keep}
        yes={t.forgetOf(fullName)}
        busy={t.forgetting}
        onYes={forget}
      />
    </div>
  );
}
