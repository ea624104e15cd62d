/**
 * How often something may be done. Two kinds:
 * - the table below, for acts that cost somebody something (Zalo's quota, the provincial ID, an officer's time): counted in
 *   the database, so that several server processes agree;
 * - a coarse wall against hammering, for everything (http-server.ts): counted in each process, because a database write for
 *   every read would cost more than it protects, and a wall that is a little higher with two processes is still a wall.
 * Addresses are shared by whole villages behind a mobile carrier, so limits by address are generous.
 */
import { isIPv6 } from 'node:net';
import type { OperationId } from '@dvc/contract';
import type { Database } from '#db';
import type { AnyCaller } from './caller.ts';
import { minutes, seconds, type Clock } from './clock.ts';
import { refuse } from './problem.ts';
import { sha256 } from './secrets.ts';

export interface RateLimit {
  /** `code`: whatever is being looked for, so that many people cannot try it in turns; counted by the handler. */
  per: 'address' | 'caller' | 'code';
  times: number;
  within: number;
}

/**
 * Requests of one caller (or one address without a token) in a minute, in one process; and of one address whatever tokens it
 * brings, because a made-up token a request would otherwise be a new caller each.
 */
export const wall = { times: 1200, timesOfAddress: 12_000, within: minutes(1) };

export const rateLimits: Readonly<Partial<Record<OperationId, RateLimit | readonly RateLimit[]>>> = {
  createSession: { per: 'address', times: 300, within: minutes(1) },
  giveContact: { per: 'caller', times: 10, within: minutes(10) },
  startStepUp: { per: 'caller', times: 20, within: minutes(10) },
  openStepUp: { per: 'address', times: 120, within: minutes(1) },
  finishLogin: { per: 'address', times: 120, within: minutes(1) },
  linkIdentity: { per: 'caller', times: 60, within: minutes(10) },
  startDraft: { per: 'caller', times: 60, within: minutes(10) },
  submitDossier: { per: 'caller', times: 120, within: minutes(10) },
  createFile: { per: 'caller', times: 300, within: minutes(10) },
  sendSupplement: { per: 'caller', times: 60, within: minutes(10) },
  withdrawDossier: { per: 'caller', times: 30, within: minutes(10) },
  createDelegation: { per: 'caller', times: 30, within: minutes(10) },
  // Several that waited for a network go at once.
  sendReport: { per: 'caller', times: 60, within: minutes(10) },
  createReportFile: { per: 'caller', times: 300, within: minutes(10) },
  clarifyReport: { per: 'caller', times: 60, within: minutes(10) },
  reopenReport: { per: 'caller', times: 60, within: minutes(10) },
  decodePlace: { per: 'caller', times: 60, within: minutes(10) },
  // A thousand reports an answer.
  listOpen311Requests: { per: 'address', times: 120, within: minutes(1) },
  createOpen311Request: { per: 'address', times: 600, within: minutes(1) },
  // What an office's system does all day: the wall again, but one for all processes together.
  moveReport: { per: 'caller', times: wall.times, within: wall.within },
  publishReport: { per: 'caller', times: 600, within: minutes(1) },
  moveDossier: { per: 'caller', times: wall.times, within: wall.within },
  // Four digits are ten thousand tries: ten a quarter of an hour for one code take more than a week. Who asks needs no
  // account, so who goes through codes is known by the address alone.
  trackDossier: [
    { per: 'address', times: 100, within: minutes(15) },
    { per: 'code', times: 10, within: minutes(15) },
  ],
  // A birth date is a few thousand tries: ten a quarter of an hour for one code take days, and every try is counted.
  followStudent: [
    { per: 'caller', times: 20, within: minutes(15) },
    { per: 'address', times: 300, within: minutes(15) },
    { per: 'code', times: 10, within: minutes(15) },
  ],
  payTuition: { per: 'caller', times: 60, within: minutes(10) },
  payDossierFee: { per: 'caller', times: 60, within: minutes(10) },
  openCheckout: { per: 'caller', times: 60, within: minutes(10) },
  reportCheckout: { per: 'caller', times: 120, within: minutes(10) },
  checkPayment: { per: 'caller', times: 120, within: minutes(10) },
  openFeeReceipt: { per: 'caller', times: 60, within: minutes(10) },
  readFeeReceipt: { per: 'address', times: 120, within: minutes(1) },
  handInResult: { per: 'caller', times: 600, within: minutes(1) },
  openDocument: { per: 'caller', times: 60, within: minutes(10) },
  shareDocument: { per: 'caller', times: 30, within: minutes(10) },
  readOpened: { per: 'address', times: 120, within: minutes(1) },
  checkShared: { per: 'address', times: 120, within: minutes(1) },
  checkReceipt: { per: 'address', times: 120, within: minutes(1) },
  startStoreRegistration: { per: 'caller', times: 30, within: minutes(10) },
  submitStoreRegistration: { per: 'caller', times: 60, within: minutes(10) },
  decideStore: { per: 'caller', times: wall.times, within: wall.within },
  askQuestion: { per: 'caller', times: 20, within: minutes(10) },
  clarifyQuestion: { per: 'caller', times: 30, within: minutes(10) },
  createQuestionFile: { per: 'caller', times: 300, within: minutes(10) },
  bookAppointment: { per: 'caller', times: 30, within: minutes(10) },
  moveAppointment: { per: 'caller', times: 30, within: minutes(10) },
  startExport: { per: 'caller', times: 20, within: minutes(10) },
  openExport: { per: 'caller', times: 60, within: minutes(10) },
  readExport: { per: 'address', times: 120, within: minutes(1) },
  eraseMe: { per: 'caller', times: 20, within: minutes(10) },
  // A desk of helpers types numbers it is told; nobody is to walk through all of them.
  helpWithDraft: { per: 'caller', times: 300, within: minutes(10) },
  // No caller to go by: a village behind one address opens the app as often as this, and no more.
  addCounts: { per: 'address', times: 300, within: minutes(10) },
  receiveDossierEvent: { per: 'caller', times: wall.times, within: wall.within },
};

export interface Visitor {
  address: string;
  caller: AnyCaller;
}

/** The network somebody has to themselves: an IPv6 customer is given 2^64 addresses. */
export function networkOf(address: string): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::`;
}

/** What a use is counted under; a limit whose name is not given is not counted now. */
export type CountedNames = Partial<Record<RateLimit['per'], string>>;

export function namesOf({ address, caller }: Visitor): CountedNames {
  const network = networkOf(address);
  if (!caller) return { address: network, caller: network };
  return { address: network, caller: 'account' in caller ? caller.account.id : caller.system };
}

/** The rows of one operation. */
export const limitsOf = (id: OperationId): readonly RateLimit[] => {
  const limits = rateLimits[id] ?? [];
  return 'per' in limits ? [limits] : limits;
};

/** Counts one use and refuses `too-many-requests` beyond a limit; `factor` raises all limits (load tests). */
export async function countUse(
  id: OperationId,
  names: CountedNames,
  { db, clock, factor }: { db: Database; clock: Clock; factor: number },
): Promise<void> {
  for (const limit of limitsOf(id)) {
    const name = names[limit.per];
    if (name === undefined) continue;
    const now = clock.now().getTime();
    const windowStart = now - (now % limit.within);
    const { rows } = await db.query<{ used: number }>(
      `insert into rate_counters (bucket, window_start, used) values ($1, $2, 1)
       on conflict (bucket, window_start) do update set used = rate_counters.used + 1
       returning used`,
      [sha256(`${id} ${limit.per} ${name}`), new Date(windowStart)],
    );
    if ((rows[0]?.used ?? 0) > limit.times * factor) {
      refuse('too-many-requests', { retryAfter: Math.ceil((windowStart + limit.within - now) / seconds(1)) });
    }
  }
}

/** Forgets windows that are over. */
export async function forgetOldCounters(db: Database, now: Date): Promise<void> {
  const longest = Math.max(
    ...Object.values(rateLimits)
      .flat()
      .map(({ within }) => within),
  );
  await db.query('delete from rate_counters where window_start < $1', [new Date(now.getTime() - longest)]);
}
