import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { Call, Reply } from '#core/handler';
import type { Transaction } from '#db';
import { lockBills, saveBill, type BillRow } from './bill-rows.ts';
import { subjectOf, type TuitionOrders } from './ports.ts';
import { enterStudent } from './student-rows.ts';

type Import = Call<'importBills'>['body'];
type Imported = Import['bills'][number];
type Outcome = Reply<'importBills'> extends infer R ? (R extends { body: infer Body } ? Body : never) : never;
type Fault = Schemas['FieldProblem'];

/** More than any school asks of one child at once. */
const MOST_VND = 10_000_000_000;

const fault = (path: string, code: string, message: string): Fault => ({ path, code, message });
const totalOf = ({ lines }: Imported): number => lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0);

/** What is wrong with a row by itself. */
function faultsOf(bill: Imported, isTwice: boolean, today: string): Fault[] {
  const faults: Fault[] = [];
  if (isTwice) faults.push(fault('billCode', 'twice', 'Mã khoản thu này có hai dòng trong tệp.'));
  if (bill.birthDate > today || bill.birthDate < '1900-01-01')
    faults.push(fault('birthDate', 'date-impossible', 'Ngày sinh không thể sau hôm nay hoặc quá xưa.'));
  if (bill.fullName.trim().length < 2) faults.push(fault('fullName', 'required', 'Chưa ghi tên học sinh.'));
  if (!bill.className.trim()) faults.push(fault('className', 'required', 'Chưa ghi lớp.'));
  if (totalOf(bill) > MOST_VND) faults.push(fault('lines', 'too-much', 'Tổng số tiền quá lớn.'));
  return faults;
}

const rowOf = (bill: Imported, schoolCode: string, studentId: string): Omit<BillRow, 'paid_at' | 'id'> => ({
  school_code: schoolCode,
  bill_code: bill.billCode,
  student_id: studentId,
  title: bill.title.trim(),
  lines: JSON.stringify(bill.lines.map(({ title, note, amountVnd }) => ({ title, note: note ?? null, amountVnd }))),
  total_vnd: totalOf(bill),
  due_date: bill.dueDate ?? null,
  withdrawn: bill.withdrawn ?? false,
});

const fields = ['student_id', 'title', 'lines', 'total_vnd', 'due_date', 'withdrawn'] as const;

/** A school's bills, row by row: what is refused does not hold up the rest. */
export function createBillImport({ db, clock, secrets }: Deps, orders: TuitionOrders, today: () => string) {
  async function enter(
    tx: Transaction,
    schoolCode: string,
    bill: Imported,
    known: BillRow | undefined,
  ): Promise<Fault[] | 'created' | 'changed' | 'unchanged'> {
    const studentId = await enterStudent(tx, secrets, { schoolCode, ...bill });
    const row = rowOf(bill, schoolCode, studentId);
    if (!known) {
      await saveBill(tx, { id: randomUUID(), ...row }, clock.now());
      return 'created';
    }
    if (fields.every((field) => known[field] === row[field])) return 'unchanged';
    if (known.paid_at !== null) return [fault('billCode', 'paid', 'Khoản này đã đóng nên không sửa được.')];
    // An order holds the amount it was made for, opened or not.
    const subject = subjectOf(known.id);
    if ((await orders.live(tx, [subject])).has(subject))
      return [fault('billCode', 'being-paid', 'Có người đang đóng khoản này. Gửi lại dòng này sau 30 phút.')];
    await saveBill(tx, { id: known.id, ...row }, clock.now());
    return 'changed';
  }

  return async ({ school, bills }: Import): Promise<Outcome> => {
    const seen = new Set<string>();
    const twice = new Set(bills.map(({ billCode }) => billCode).filter((code) => seen.size === seen.add(code).size));
    return db.tx(async (tx) => {
      const outcome: Outcome = { created: 0, changed: 0, unchanged: 0, refused: [] };
      await tx.query(
        `insert into schools (code, name, phone) values ($1, $2, $3)
         on conflict (code) do update set name = excluded.name, phone = excluded.phone`,
        [school.code, school.name.trim(), school.phone ?? null],
      );
      const codes = bills.map(({ billCode }) => billCode);
      const known = await lockBills(tx, school.code, codes);
      for (const [index, bill] of bills.entries()) {
        const faults = faultsOf(bill, twice.has(bill.billCode), today());
        const became = faults.length > 0 ? faults : await enter(tx, school.code, bill, known.get(bill.billCode));
        if (typeof became === 'string') outcome[became] += 1;
        else outcome.refused.push({ row: index + 1, billCode: bill.billCode, errors: became });
      }
      return outcome;
    });
  };
}
