import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

type Line = Schemas['TuitionBill']['lines'][number];

export interface BillRow {
  id: string;
  school_code: string;
  bill_code: string;
  student_id: string;
  title: string;
  /** JSON. */
  lines: string;
  total_vnd: number;
  due_date: string | null;
  withdrawn: boolean;
  paid_at: Date | null;
}

const COLUMNS =
  'b.id, b.school_code, b.bill_code, b.student_id, b.title, b.lines, b.total_vnd, b.due_date, b.withdrawn, b.paid_at';

export const linesOf = (row: Pick<BillRow, 'lines'>): Line[] => JSON.parse(row.lines) as Line[];

/** Bills of these students: the unpaid and the newest paid ones, so many of each student. */
export async function billsOfStudents(sql: Sql, studentIds: readonly string[], each: number): Promise<BillRow[]> {
  const { rows } = await sql.query<BillRow>(
    `select ${COLUMNS} from unnest($1::uuid[]) as wanted(id) cross join lateral
       (select * from tuition_bills where student_id = wanted.id
         order by paid_at desc nulls first, created_at desc limit $2) b`,
    [studentIds, each],
  );
  return rows;
}

/** A bill of somebody the account follows; any other is undefined, as if it did not exist. */
export async function followedBill(sql: Sql, accountId: string, billId: string): Promise<BillRow | undefined> {
  const { rows } = await sql.query<BillRow>(
    `select ${COLUMNS} from tuition_bills b join student_follows f on f.student_id = b.student_id
      where b.id = $2 and f.account_id = $1`,
    [accountId, billId],
  );
  return rows[0];
}

/** Bills to be paid now: locked, so that no school changes them meanwhile. */
export async function lockFollowedBills(tx: Sql, accountId: string, billIds: readonly string[]): Promise<BillRow[]> {
  const { rows } = await tx.query<BillRow>(
    `select ${COLUMNS} from tuition_bills b join student_follows f on f.student_id = b.student_id
      where b.id = any($2::uuid[]) and f.account_id = $1 order by b.id for update of b`,
    [accountId, billIds],
  );
  return rows;
}

/**
 * What a school's bills of these codes are now, by code: locked all at once and in the order in which whoever pays several
 * locks them, so that nobody waits for the other.
 */
export async function lockBills(
  tx: Sql,
  schoolCode: string,
  billCodes: readonly string[],
): Promise<Map<string, BillRow>> {
  const { rows } = await tx.query<BillRow>(
    `select ${COLUMNS} from tuition_bills b where b.school_code = $1 and b.bill_code = any($2::text[])
      order by b.id for update of b`,
    [schoolCode, billCodes],
  );
  return new Map(rows.map((row) => [row.bill_code, row]));
}

export async function saveBill(tx: Sql, row: Omit<BillRow, 'paid_at'>, now: Date): Promise<void> {
  await tx.query(
    `insert into tuition_bills (id, school_code, bill_code, student_id, title, lines, total_vnd, due_date, withdrawn, created_at,
       changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
     on conflict (school_code, bill_code) do update set student_id = excluded.student_id, title = excluded.title,
       lines = excluded.lines, total_vnd = excluded.total_vnd, due_date = excluded.due_date,
       withdrawn = excluded.withdrawn, changed_at = excluded.changed_at`,
    [
      row.id,
      row.school_code,
      row.bill_code,
      row.student_id,
      row.title,
      row.lines,
      row.total_vnd,
      row.due_date,
      row.withdrawn,
      now,
    ],
  );
}

/** The bills behind what payments name. */
export const billsOf = (subjects: readonly string[]): string[] =>
  subjects.map((subject) => subject.replace(/^bill:/, ''));

/** Null: it is to be paid again. */
export async function markPaid(tx: Sql, billIds: readonly string[], paidAt: Date | null): Promise<void> {
  await tx.query(
    `update tuition_bills set paid_at = $2
      where id in (select id from tuition_bills where id = any($1::uuid[]) order by id for update)`,
    [billIds, paidAt],
  );
}
