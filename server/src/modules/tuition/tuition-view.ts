import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { billsOfStudents, linesOf, type BillRow } from './bill-rows.ts';
import { subjectOf, type TuitionOrders } from './ports.ts';
import type { StudentRow } from './student-rows.ts';

type Bill = Schemas['TuitionBill'];
type Live = Awaited<ReturnType<TuitionOrders['live']>>;

/** Of each student. */
const MOST_BILLS = 24;

function stateOf({ paid_at, withdrawn }: BillRow, isUnderWay: boolean): Bill['state'] {
  if (paid_at !== null) return 'paid';
  if (isUnderWay) return 'paying';
  return withdrawn ? 'withdrawn' : 'unpaid';
}

function billView(row: BillRow, live: Live, accountId: string): Bill {
  const order = live.get(subjectOf(row.id));
  return {
    id: row.id,
    studentId: row.student_id,
    title: row.title,
    lines: linesOf(row),
    totalVnd: row.total_vnd,
    dueDate: row.due_date,
    state: stateOf(row, order?.isUnderWay === true),
    orderId: order?.accountId === accountId ? order.orderId : null,
  };
}

/** What is still to be paid first, the most pressing before the rest; then what was paid last. */
function byUrgency(a: Bill, b: Bill): number {
  const rank = ({ state, totalVnd }: Bill): number =>
    state === 'paid' || state === 'withdrawn' || totalVnd === 0 ? 1 : 0;
  return rank(a) - rank(b) || (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999');
}

/** Students as an account that follows them sees them. */
export async function studentViews(
  sql: Sql,
  students: readonly StudentRow[],
  { orders, accountId }: { orders: TuitionOrders; accountId: string },
): Promise<Schemas['Student'][]> {
  const bills = await billsOfStudents(
    sql,
    students.map(({ id }) => id),
    MOST_BILLS,
  );
  const live = await orders.live(
    sql,
    bills.map(({ id }) => subjectOf(id)),
  );
  return students.map((student) => ({
    id: student.id,
    fullName: student.full_name,
    className: student.class_name,
    school: { name: student.school_name, phone: student.school_phone },
    bills: bills
      .filter(({ student_id }) => student_id === student.id)
      .map((row) => billView(row, live, accountId))
      .sort(byUrgency),
  }));
}

export async function oneBillView(
  sql: Sql,
  row: BillRow,
  { orders, accountId }: { orders: TuitionOrders; accountId: string },
) {
  return billView(row, await orders.live(sql, [subjectOf(row.id)]), accountId);
}
