import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { buildDeps } from '../../src/build-deps.ts';
import { createLog } from '../../src/core/log.ts';
import { readSettings } from '../../src/core/settings.ts';
import {
  ProviderSilent,
  type PaymentProvider,
  type ProviderNews,
  type RefundAnswer,
  type RefundAsked,
} from '../../src/integrations/payments/payment-provider.ts';
import { createZaloCheckout } from '../../src/integrations/payments/zalo-checkout.ts';
import { createAsking } from '../../src/modules/payments/asking.ts';
import { attemptsOf } from '../../src/modules/payments/attempt-rows.ts';
import { createCheckout } from '../../src/modules/payments/checkout.ts';
import { createPaymentOffice } from '../../src/modules/payments/office.ts';
import { itemsOf, lockOrder } from '../../src/modules/payments/order-rows.ts';
import { createOrders } from '../../src/modules/payments/orders.ts';
import type { PaidOrder, Purpose } from '../../src/modules/payments/ports.ts';
import { receiveRefunds } from '../../src/modules/payments/refunds.ts';
import { settle } from '../../src/modules/payments/settle.ts';
import { createTestClock } from './test-clock.ts';
import { databaseKinds, openTestDatabase } from './test-database.ts';

type Said = Partial<ProviderNews> | 'silent' | Error;
type Answered = RefundAnswer | 'never' | 'unknown' | Error;

/** A provider that says what it is told to say, and remembers what it was asked. */
function createBank() {
  const bank = {
    says: new Map<string, Said>(),
    asked: [] as string[],
    refunds: [] as RefundAsked[],
    refundChecks: [] as string[],
    answersRefund: { outcome: 'done', providerRefundId: 'r-1' } as Answered,
  };
  function answer(): Promise<RefundAnswer> {
    const { answersRefund: said } = bank;
    if (said instanceof Error) return Promise.reject(said);
    return typeof said === 'string' ? Promise.reject(new ProviderSilent(said, undefined)) : Promise.resolve(said);
  }
  const provider: PaymentProvider = {
    name: 'checkout',
    status({ providerOrderId }) {
      bank.asked.push(providerOrderId);
      const said = bank.says.get(providerOrderId) ?? 'silent';
      if (said instanceof Error) return Promise.reject(said);
      if (said === 'silent') return Promise.reject(new ProviderSilent('never', undefined));
      const nothing = { ours: undefined, outcome: 'unpaid', transactionId: null, amountVnd: null } as const;
      return Promise.resolve({ provider: 'checkout', providerOrderId, ...nothing, ...said });
    },
    refund(asked) {
      bank.refunds.push(asked);
      return answer();
    },
    refundStatus(id) {
      bank.refundChecks.push(id);
      return answer();
    },
  };
  return { bank, provider };
}

/**
 * Payments on a database of their own, without a server around them: what a provider says goes in, rows come out. On
 * PostgreSQL where there is one; the suites over HTTP run on both.
 */
export async function openMoneyDesk() {
  const dataDir = await mkdtemp(join(tmpdir(), 'money-'));
  const env = serverEnvironment({ phonePort: 1, serverPort: 2, idPort: 3 });
  const settings = readSettings({ ...env, DATA_DIR: dataDir, SAMPLE_DATA: 'off' });
  const logLines: string[] = [];
  const log = createLog('warn', { write: (line) => void logLines.push(line) });
  const clock = createTestClock(new Date('2026-11-26T02:00:00Z'));
  const db = await openTestDatabase(databaseKinds.at(-1));
  const built = await buildDeps(settings, { log, clock, db });
  const clockwork = new Map<string, { period: number; run: () => Promise<void> }>();
  const jobs = {
    ...built.jobs,
    every: (name: string, period: number, run: () => Promise<void>) => void clockwork.set(name, { period, run }),
  };

  const told = { paid: [] as PaidOrder[], returned: [] as string[][], isAwaited: true };
  const purpose: Purpose = {
    paid: (_tx, order) => Promise.resolve(told.paid.push(order) > 0 && told.isAwaited),
    returned: (_tx, subjects) => Promise.resolve(void told.returned.push([...subjects])),
  };
  const deps = { ...built, jobs, purposes: { tuition: purpose, dossierFee: purpose } };
  const { bank, provider } = createBank();
  const providers = {
    checkout: createZaloCheckout(settings),
    national: undefined,
    named: (name: string) => (name === 'checkout' ? provider : undefined),
  };
  const asking = createAsking(deps, providers);
  const checkout = createCheckout(deps, providers, asking);
  const office = createPaymentOffice(deps);
  const orders = createOrders(deps);
  receiveRefunds(deps, providers);

  const accountId = randomUUID();
  await db.query('insert into accounts (id, zalo_id, created_at, seen_at) values ($1, $2, $3, $3)', [
    accountId,
    'z-desk',
    clock.now(),
  ]);
  const own = (orderId: string) => ({ orderId, accountId });

  const desk = {
    db,
    deps,
    clock,
    bank,
    told,
    asking,
    office,
    clockwork,
    logLines,
    /** An order for these things, by default one nobody else pays. */
    async order(subjects: readonly string[] = [`bill:${randomUUID()}`], amountVnd = 805_000): Promise<string> {
      const items = subjects.map((subject) => ({ subject, title: 'Học phí', amountVnd: amountVnd / subjects.length }));
      const rest = { kind: 'tuition', title: 'Học phí', path: '/hoc-phi', payee: 'school:A', payeeName: 'A' } as const;
      const wish = { accountId, citizenId: null, items, ...rest };
      return (await db.tx((tx) => orders.orderFor(tx, wish))).id;
    },
    /** The tap. */
    open: (id: string) => checkout.open(own(id), randomUUID()),
    /** What the phone says it saw; asks the provider where the app would. */
    saw: (id: string, seen: 'opened' | 'left' | 'done', checkoutOrderId?: string) =>
      checkout.report(own(id), { seen, ...(checkoutOrderId === undefined ? {} : { checkoutOrderId }) }),
    /** A provider's word. By default: paid in full under Zalo's order z-<our order>. */
    async hear(id: string | undefined, changes: Partial<ProviderNews> = {}): Promise<void> {
      const name = changes.providerOrderId ?? `z-${id}`;
      const full = { outcome: 'paid', transactionId: `t-${name}`, amountVnd: 805_000 } as const;
      const news = { provider: 'checkout', providerOrderId: name, ours: id, ...full, ...changes } as const;
      await db.tx((tx) => settle(tx, deps, news, clock.now()));
    },
    /** An order of nobody else's things, paid in full. */
    async paid(): Promise<string> {
      const id = await desk.order();
      await desk.hear(id);
      return id;
    },
    /** What one test left to be sent is not sent in the next. */
    async forgetRefunds(): Promise<void> {
      await db.query("delete from jobs where kind = 'payment-refund'");
      bank.answersRefund = { outcome: 'done', providerRefundId: 'r-1' };
      bank.refunds.length = 0;
      bank.refundChecks.length = 0;
    },
    /** The office wants it to go back. */
    async refund(id: string, key: string = randomUUID()): Promise<void> {
      const { code } = await desk.row(id);
      await office.refund({ code, reason: 'Thu nhầm', by: 'Kế toán', system: 's', key });
    },
    async row(id: string) {
      const row = await db.tx((tx) => lockOrder(tx, { id }));
      if (!row) throw new Error('no such order');
      return row;
    },
    async stands(id: string) {
      const { state, money, blind, watch_at } = await desk.row(id);
      return { state, money, blind, watch_at };
    },
    attempts: (id: string) => attemptsOf(db, [id]),
    /** The things of an order that nobody else may pay now. */
    async held(id: string): Promise<number> {
      const found = await db.query('select 1 from payment_subjects where order_id = $1 and live', [id]);
      return found.count;
    },
    subjects: async (id: string) => itemsOf(await desk.row(id)).map(({ subject }) => subject),
    async findings(id: string | null) {
      const { rows } = await db.query<{
        kind: string;
        note: string | null;
        open: boolean;
        id: string;
        attempt_id: string | null;
      }>(
        `select id, kind, note, attempt_id, settled_at is null as open from payment_mismatches
          where order_id is not distinct from $1 order by found_at, kind`,
        [id],
      );
      return rows;
    },
    async booked(id: string | null): Promise<Record<string, number>> {
      const { rows } = await db.query<{ account: string; sum: number }>(
        `select account, sum(amount_vnd)::bigint as sum from ledger_lines l join ledger_postings p on p.id = l.posting_id
          where p.order_id is not distinct from $1 group by account having sum(amount_vnd) <> 0`,
        [id],
      );
      return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
    },
    async refundsOf(id: string | null) {
      const { rows } = await db.query<{
        id: string;
        state: string;
        asked_by: string;
        reason: string;
        attempt_id: string;
      }>('select id, state, asked_by, reason, attempt_id from payment_refunds where order_id is not distinct from $1', [
        id,
      ]);
      return rows;
    },
    /** Titles of what the person was told about this order. */
    async notices(id: string): Promise<string[]> {
      const { rows } = await db.query<{ title: string }>(
        'select title from notifications where path = $1 order by created_at, id',
        [`/thanh-toan/${id}`],
      );
      return rows.map(({ title }) => title);
    },
    /** Lets time pass, then does what the clockwork would and everything that is due. */
    async later(milliseconds: number): Promise<number> {
      clock.advance(milliseconds);
      for (const { run } of clockwork.values()) await run();
      return deps.jobs.drain();
    },
    async close() {
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return desk;
}

export type MoneyDesk = Awaited<ReturnType<typeof openMoneyDesk>>;
