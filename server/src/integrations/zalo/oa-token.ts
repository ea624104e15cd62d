import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { hours, later, minutes, seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import { TryLater } from '#core/jobs';
import { sha256 } from '#core/secrets';
import type { OaClient, OaRefresh } from './oa-client.ts';

/** A token lasts 25 hours; from 5 hours before its end it is renewed at the first use. */
const RENEW_BEFORE_END = hours(5);
const LEASE = seconds(45);
const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = seconds(15);
/** Characters of the hashes of first tokens that are remembered. */
const MOST_SEEDS = 1000;
const KEEP_AGAIN_MS = 500;
const KEEP_TRYING_MS = minutes(1);
const CONSENT_WAIT = minutes(15);

export interface OaAccess {
  accessToken: string;
  version: number;
}

/** There is no token just now; the message waits so long. */
export class NoToken extends TryLater {
  constructor(
    milliseconds: number,
    readonly reason: 'consent-used-up' | 'not-reached',
  ) {
    super(milliseconds);
  }
}

/** The Official Account's access token, shared by all processes through one row. */
export interface OaToken {
  /** A token that is good as far as we know. Throws `NoToken` when there is none just now. */
  current(): Promise<OaAccess>;
  /** Zalo said this one is not good: the next one, renewed by us or meanwhile by somebody else. */
  renew(refused: OaAccess): Promise<OaAccess>;
}

interface KeptRow {
  access_token: string | null;
  refresh_token: string;
  expires_at: Date | null;
  version: number;
  needs_consent: boolean;
  seed_hash: string;
}

/** What the row says, its tokens opened. */
type TokenRow = Omit<KeptRow, 'seed_hash'>;

type Renewed = Extract<OaRefresh, { outcome: 'refreshed' }>;

const COLUMNS = 'access_token, refresh_token, expires_at, version, needs_consent, seed_hash';
const ACCESS = 'oa_token.access_token';
const REFRESH = 'oa_token.refresh_token';

/**
 * Zalo's refresh token can be used once, and using it kills the access token too. So one process renews at a time: it takes a
 * lease on the row (a row lock would hold a transaction open while Zalo thinks, which the embedded database cannot afford),
 * asks Zalo, and writes both tokens before anybody uses them; the others wait and read again. Both are kept sealed: whoever
 * gets hold of a copy of the database cannot write to citizens in the province's name.
 */
export function createOaToken({ db, clock, log, metrics, secrets }: Deps, oa: OaClient): OaToken {
  // A token in the settings that this row has never begun with: an administrator has authorised anew. The row keeps those it
  // has begun with, the newest first, so that a process not yet started anew does not put the one before back.
  const seedHash = sha256(oa.firstRefreshToken);

  function opened(row: KeptRow): TokenRow {
    const refreshToken = secrets.open(REFRESH, row.refresh_token);
    if (refreshToken !== undefined) {
      const accessToken = row.access_token === null ? null : (secrets.open(ACCESS, row.access_token) ?? null);
      return { ...row, access_token: accessToken, refresh_token: refreshToken };
    }
    // Left as it is: another process may hold the right key.
    log.error(
      'SECRETS_KEY does not open the Official Account token: set the key it was sealed with, or authorise again',
    );
    metrics.oaNeedsConsent.set(1);
    throw new TryLater(CONSENT_WAIT);
  }

  async function read(): Promise<TokenRow> {
    const { rows } = await db.query<KeptRow>(`select ${COLUMNS} from oa_token where id = 'oa'`);
    if (rows[0]?.seed_hash.includes(seedHash)) {
      const row = opened(rows[0]);
      metrics.oaNeedsConsent.set(row.needs_consent ? 1 : 0);
      return row;
    }
    await db.query(
      `insert into oa_token (id, refresh_token, version, seed_hash) values ('oa', $1, 1, $2)
       on conflict (id) do update set
         access_token = null, refresh_token = excluded.refresh_token, expires_at = null, needs_consent = false,
         leased_until = null, lease_holder = null, version = oa_token.version + 1,
         seed_hash = left(excluded.seed_hash || ' ' || oa_token.seed_hash, $3)
         where position(excluded.seed_hash in oa_token.seed_hash) = 0`,
      [secrets.seal(REFRESH, oa.firstRefreshToken), seedHash, MOST_SEEDS],
    );
    return read();
  }

  function usable({ access_token: accessToken, expires_at: expiresAt, version }: TokenRow, margin: number) {
    if (accessToken === null || expiresAt === null) return undefined;
    return later(expiresAt, -margin) > clock.now() ? { accessToken, version } : undefined;
  }

  /** Those before are used up: a database that is away for a moment must not cost the new ones. */
  async function keep(row: TokenRow, { accessToken, refreshToken, lastsSeconds }: Renewed) {
    const version = row.version + 1;
    const sealed = [
      accessToken === null ? null : secrets.seal(ACCESS, accessToken),
      refreshToken === null ? null : secrets.seal(REFRESH, refreshToken),
    ];
    const until = performance.now() + KEEP_TRYING_MS;
    for (;;) {
      try {
        // Whoever's lease it is by now: of an old token, only one ever gets new ones.
        const { count } = await db.query(
          `update oa_token set access_token = $2, refresh_token = coalesce($3, refresh_token), expires_at = $4,
                  needs_consent = $5, version = version + 1, leased_until = null, lease_holder = null
            where id = 'oa' and version = $1`,
          [row.version, ...sealed, later(clock.now(), seconds(lastsSeconds)), refreshToken === null],
        );
        log.info({ version }, 'Official Account token renewed');
        return count === 0 || accessToken === null ? undefined : { accessToken, version };
      } catch (error) {
        if (performance.now() > until) throw error;
        log.warn({ err: error }, 'the new tokens of the Official Account could not be kept yet');
        await wait(KEEP_AGAIN_MS);
      }
    }
  }

  async function refreshUnderLease(row: TokenRow): Promise<OaAccess | undefined> {
    const holder = randomUUID();
    const now = clock.now();
    const { count } = await db.query(
      `update oa_token set lease_holder = $1, leased_until = $2
        where id = 'oa' and version = $3 and (leased_until is null or leased_until < $4)`,
      [holder, later(now, LEASE), row.version, now],
    );
    if (count === 0) return undefined;
    const result = await oa.refresh(row.refresh_token);
    if (result.outcome === 'refreshed') return keep(row, result);
    const usedUp = result.outcome === 'used-up';
    await db.query(
      `update oa_token set needs_consent = $2, leased_until = null, lease_holder = null
        where id = 'oa' and lease_holder = $1`,
      [holder, usedUp],
    );
    log.error(
      { zaloError: result.code },
      usedUp
        ? 'the Official Account must be authorised again (OA cần cấp quyền lại): set a new ZALO_OA_REFRESH_TOKEN'
        : 'the Official Account token could not be renewed',
    );
    return undefined;
  }

  /** Renews unless somebody else has: `behind` is the version that is not good any more. */
  async function next(behind: number): Promise<OaAccess> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const row = await read();
      if (row.needs_consent) throw new NoToken(CONSENT_WAIT, 'consent-used-up');
      const good = row.version > behind ? usable(row, 0) : undefined;
      const renewed = good ?? (await refreshUnderLease(row));
      if (renewed) return renewed;
      const { rows } = await db.query<{ leased: boolean }>(
        `select leased_until is not null as leased from oa_token where id = 'oa'`,
      );
      // Nobody is renewing, so it was us and it failed.
      if (!rows[0]?.leased || performance.now() > until) {
        const again = await read();
        if (again.version > behind && usable(again, 0)) continue;
        throw new NoToken(seconds(30), 'not-reached');
      }
      await wait(LOOK_AGAIN_MS);
    }
  }

  return {
    async current() {
      const row = await read();
      const fresh = usable(row, RENEW_BEFORE_END);
      if (fresh) return fresh;
      try {
        return await next(row.version);
      } catch (error) {
        const stillGood = error instanceof NoToken ? usable(row, 0) : undefined;
        if (stillGood) return stillGood;
        throw error;
      }
    },
    renew: (refused) => next(refused.version),
  };
}
