import type { Schemas } from '@dvc/contract';
import { expect } from 'vitest';
import { asOffice, bill, billsFor, openCheckout, payFor } from './payments.ts';
import type { TestPhone } from './test-phone.ts';
import type { TestServer } from './test-server.ts';

/** What tests of payments do again and again, with one server and one person's phone. */
export function paying(at: () => { server: TestServer; phone: TestPhone }) {
  const oneBill = async () => {
    const wish = bill();
    const bills = await billsFor(at().server, at().phone, [wish]);
    const found = bills.find(({ orderId, state }) => orderId === null && state === 'unpaid');
    if (!found) throw new Error('the school’s bill is not there');
    return found;
  };
  const begun = async () => {
    const { id: billId } = await oneBill();
    const { body: order } = await payFor(at().phone, [billId]);
    return { billId, order, checkout: await openCheckout(at().server, at().phone, order.id) };
  };
  /** Lets time pass as the server's own clockwork does; sessions live half an hour. */
  async function later(milliseconds: number): Promise<void> {
    at().server.clock.advance(milliseconds);
    at().server.deps.jobs.start();
    await expect.poll(() => at().server.deps.jobs.drain(), { timeout: 20_000 }).toBe(0);
    await new Promise((done) => setTimeout(done, 400));
    await at().server.deps.jobs.stop();
    await at().server.deps.jobs.drain();
    await at().phone.open();
  }
  const billState = async (id: string) =>
    (await at().phone.call<{ bill: Schemas['TuitionBill'] }>('GET', `/tuition/bills/${id}`)).body.bill.state;
  const mismatchesOf = async (order: { code: string }) => {
    const { body } = await asOffice<{ items: Schemas['Mismatch'][] }>(at().server, 'GET', '/payment-mismatches');
    return body.items.filter(({ orderCode }) => orderCode === order.code);
  };
  const ledgerOf = async (order: { id: string }) => {
    const { rows } = await at().server.deps.db.query<{ account: string; sum: number }>(
      `select account, sum(amount_vnd)::bigint as sum from ledger_lines l join ledger_postings p on p.id = l.posting_id
        where p.order_id = $1 group by account having sum(amount_vnd) <> 0 order by account`,
      [order.id],
    );
    return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
  };

  return { oneBill, begun, later, billState, mismatchesOf, ledgerOf };
}
