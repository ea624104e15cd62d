import { canonicalJson, dateInVietnam, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import { countUse } from '#core/rate-limits';
import type { Transaction } from '#db';
import { followedBill, lockFollowedBills, type BillRow } from './bill-rows.ts';
import { createBillImport } from './import-bills.ts';
import { subjectOf, type TuitionOrders } from './ports.ts';
import { follow, followedBy, plainCode, studentsByFacts, unfollow, type StudentRow } from './student-rows.ts';
import { oneBillView, studentViews } from './tuition-view.ts';

/** Children an account follows. */
const MOST_STUDENTS = 20;

/** For whom and what, in one line: the name if it is one child, the months or terms if they are few. */
function titleOf(bills: readonly BillRow[], students: readonly StudentRow[]): string {
  const names = students.map(({ full_name }) => full_name).join(', ');
  const [first] = bills;
  return bills.length === 1 && first ? `${names}: ${first.title}` : `${names}: ${bills.length} khoản`;
}

/** Bills of the children one follows, found by code and birth date; each account sees what it has shown to know. */
export function createTuitionModule(deps: Deps, orders: TuitionOrders): ModuleHandlers<'tuition'> {
  const { db, clock, secrets, settings } = deps;
  const importBills = createBillImport(deps, orders, () => dateInVietnam(clock.now()));
  const limits = { db, clock, factor: settings.RATE_LIMIT_FACTOR };

  async function orderFor(tx: Transaction, accountId: string, billIds: readonly string[]) {
    const bills = await lockFollowedBills(tx, accountId, billIds);
    if (bills.length < billIds.length) refuse('not-found');
    if (bills.some(({ paid_at, withdrawn, total_vnd }) => paid_at !== null || withdrawn || total_vnd === 0)) {
      const paid = await orders.live(
        tx,
        bills.map(({ id }) => subjectOf(id)),
      );
      const mine = [...paid.values()].find((order) => order.accountId === accountId);
      refuse('already-paid', mine ? { orderId: mine.orderId } : {});
    }
    const students = (await followedBy(tx, accountId)).filter(({ id }) => bills.some((bill) => bill.student_id === id));
    const schools = new Set(students.map(({ school_code }) => school_code));
    const [school] = students;
    if (schools.size !== 1 || !school) {
      const message = 'Mỗi lần chỉ đóng được cho một trường. Chọn các khoản của cùng một trường.';
      refuse('invalid', { errors: [{ path: '/billIds', code: 'several-schools', message }] });
    }
    const nameOf = (bill: BillRow) => students.find(({ id }) => id === bill.student_id)?.full_name ?? '';
    return orders.orderFor(tx, {
      accountId,
      citizenId: null,
      kind: 'tuition',
      title: titleOf(bills, students),
      path: bills.length === 1 ? `/hoc-phi/${bills[0]?.id ?? ''}` : '/hoc-phi',
      items: bills.map((bill) => ({
        subject: subjectOf(bill.id),
        title: `${nameOf(bill)}: ${bill.title}`,
        amountVnd: bill.total_vnd,
      })),
      payee: `school:${school.school_code}`,
      payeeName: school.school_name,
    });
  }

  return {
    async listStudents({ caller }) {
      const accountId = caller.account.id;
      const items = await studentViews(db, await followedBy(db, accountId), { orders, accountId });
      return { status: 200, body: { items } };
    },

    async followStudent({ body, caller }) {
      const accountId = caller.account.id;
      await countUse('followStudent', { code: plainCode(body.studentCode) }, limits);
      const ids = await studentsByFacts(db, secrets, body);
      if (ids.length === 0) refuse('not-found');
      await db.tx(async (tx) => {
        for (const studentId of ids) await follow(tx, { accountId, studentId, most: MOST_STUDENTS }, clock.now());
      });
      const followed = (await followedBy(db, accountId)).filter(({ id }) => ids.includes(id));
      const [student] = await studentViews(db, followed, { orders, accountId });
      if (!student) {
        const message = `Bạn đã theo dõi ${MOST_STUDENTS} học sinh. Bỏ bớt một em rồi thêm.`;
        refuse('invalid', { errors: [{ path: '/studentCode', code: 'too-many', message }] });
      }
      return { status: 200, body: student };
    },

    async unfollowStudent({ params, caller }) {
      if (!(await unfollow(db, caller.account.id, params.studentId))) refuse('not-found');
      return { status: 204 };
    },

    async readBill({ params, caller }) {
      const accountId = caller.account.id;
      const row = (await followedBill(db, accountId, params.billId)) ?? refuse('not-found');
      const students = (await followedBy(db, accountId)).filter(({ id }) => id === row.student_id);
      const [student] = await studentViews(db, students, { orders, accountId });
      if (!student) refuse('not-found');
      return { status: 200, body: { bill: await oneBillView(db, row, { orders, accountId }), student } };
    },

    async payTuition({ body, headers, caller }) {
      const accountId = caller.account.id;
      const keyed = {
        owner: accountId,
        key: headers['idempotency-key'],
        operation: 'payTuition',
        body: canonicalJson({ billIds: [...body.billIds].sort() }),
      };
      const answer = await db.tx((tx) =>
        once(tx, keyed, clock.now(), async () => JSON.stringify(await orderFor(tx, accountId, body.billIds))),
      );
      return { status: 200, body: JSON.parse(answer) as Schemas['PaymentOrder'] };
    },

    importBills: async ({ body }) => ({ status: 200, body: await importBills(body) }),
  };
}
