import { hours, later, minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { describeSession } from '#core/live-session';
import { refuse } from '#core/problem';
import { randomToken, sha256 } from '#core/secrets';
import { keepAccount, keepContact, wasDecoded } from './accounts.ts';

const SESSION_LASTS = minutes(30);

/** Who is holding the phone: our own short sessions, from Zalo's word for it. */
export function createSessionModule({ db, clock, zalo, jobs }: Deps): ModuleHandlers<'session'> {
  jobs.every('forget-old-sessions', hours(1), async () => {
    await db.query('delete from sessions where expires_at < $1', [clock.now()]);
  });

  /** Undefined when a request sent twice lost the race against itself: Zalo decodes a token only once. */
  async function decode(accountId: string, accessToken: string, phoneToken: string): Promise<string | undefined> {
    try {
      return await zalo.readPhone(accessToken, phoneToken);
    } catch (error) {
      if (await wasDecoded(db, accountId, sha256(phoneToken))) return undefined;
      throw error;
    }
  }

  return {
    async createSession({ body }) {
      const person = await zalo.readPerson(body.accessToken);
      const now = clock.now();
      const token = randomToken();
      const session = await db.tx(async (tx) => {
        const accountId = await keepAccount(tx, person, now);
        await tx.query(
          'insert into sessions (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)',
          [sha256(token), accountId, now, later(now, SESSION_LASTS)],
        );
        return describeSession(tx, token, now);
      });
      return { status: 201, body: session };
    },

    async readSession({ caller }) {
      return { status: 200, body: await describeSession(db, caller.session.token, clock.now()) };
    },

    async endSession({ caller }) {
      await db.query('delete from sessions where token_hash = $1', [sha256(caller.session.token)]);
      return { status: 204 };
    },

    async giveContact({ body, caller: { account, session } }) {
      // A session alone is not enough: the phone must be that of the account Zalo vouches for at this moment.
      const person = await zalo.readPerson(body.accessToken);
      if (person.id !== account.zaloId) refuse('zalo-refused');
      const phoneTokenHash = sha256(body.phoneToken);
      const known = await wasDecoded(db, account.id, phoneTokenHash);
      const phone = known ? undefined : await decode(account.id, body.accessToken, body.phoneToken);
      const now = clock.now();
      await db.tx(async (tx) => {
        await keepAccount(tx, person, now);
        if (phone !== undefined) await keepContact(tx, { accountId: account.id, phone, phoneTokenHash }, now);
      });
      // Afterwards: Zalo decodes a token once, so it is kept though the session may have ended while Zalo was thinking.
      return { status: 200, body: await describeSession(db, session.token, now) };
    },
  };
}
