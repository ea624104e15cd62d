import type { PersonalData } from '#core/personal-data';

const MINE = '(o.account_id = {account} or o.citizen_id = {citizen})';
/** Money moved, or may have. */
const MONEY = `(o.money <> 'none' or o.blind or exists (select 1 from payment_attempts a where a.order_id = o.id)
  or exists (select 1 from payment_mismatches m where m.order_id = o.id))`;
const GOES = `(select o.id from payment_orders o where ${MINE} and not ${MONEY})`;

/** Accounts are kept whole; an order nobody ever paid is not part of them. */
export const paymentsData: PersonalData = {
  tables: [
    ...['payment_orders', 'payment_subjects', 'payment_attempts', 'payment_refunds', 'payment_mismatches'],
    ...['fee_receipts', 'fee_receipt_tickets', 'ledger_postings', 'ledger_lines'],
  ],
  things: [
    {
      what: 'payments',
      rows: `select o.code, o.title, o.amount_vnd as "amountVnd", o.items, o.payee_name as "payeeName", o.state, o.created_at as "createdAt",
                    o.paid_at as "paidAt", r.symbol, r.number from payment_orders o left join fee_receipts r on r.order_id = o.id
              where ${MINE} order by o.created_at`,
      kept: {
        law: 'accounting',
        rows: `select coalesce(o.paid_at, o.created_at) as since from payment_orders o where ${MINE} and ${MONEY}`,
      },
    },
  ],
  async erase(ask) {
    await ask(`delete from fee_receipt_tickets where order_id in (select o.id from payment_orders o where ${MINE})`);
    await ask(`delete from payment_subjects where order_id in ${GOES}`);
    await ask(`delete from payment_orders where id in ${GOES}`);
  },
};
