import { hours, minutes, seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Call, ModuleHandlers } from '#core/handler';
import { TryLater } from '#core/jobs';
import { refuse } from '#core/problem';
import { sha256 } from '#core/secrets';
import { isMiniAppEvent } from '../../integrations/zalo/event-signature.ts';
import { accountToErase, endRevocation, noteRevocation } from './revocation-rows.ts';

/** The job that erases whoever took their consent back; its payload is `{ fingerprint, accountId }`. */
const ERASE = 'erase-revoked';
const REVOKED = 'user.revoke.consent';
/** Zalo's terms give 72 hours; whoever runs the server hears long before. */
const LOUD_AFTER = 6;

/** Who takes back in Zalo what they allowed is forgotten here, without opening the mini app again. */
export function createRevocationsModule(deps: Deps): ModuleHandlers<'revocations'> {
  const { db, clock, jobs, log, settings, erasePerson } = deps;

  jobs.handle(
    ERASE,
    async ({ payload, attempt }) => {
      try {
        await erasePerson(String(payload['accountId']), 'zalo-revoked');
      } catch (error) {
        log.error({ err: error, attempt }, 'a person who took their consent back in Zalo is not erased yet');
        // Never put aside: a law and a promise stand behind it.
        if (attempt >= LOUD_AFTER) throw new TryLater(hours(1));
        throw error;
      }
      await endRevocation(db, String(payload['fingerprint']), clock.now());
    },
    { leaseMs: minutes(5), maxAttempts: LOUD_AFTER + 2 },
  );

  async function revoke({
    appId,
    userId,
    timestamp,
  }: Call<'receiveMiniAppEvent'>['body']): Promise<'noted' | 'ignored'> {
    const revokedAt = new Date(Number(timestamp));
    if (appId !== settings.ZALO_APP_ID || userId === undefined || Number.isNaN(revokedAt.getTime())) return 'ignored';
    const fingerprint = sha256([appId, userId, String(timestamp)].join('\n'));
    await db.tx(async (tx) => {
      const accountId = await accountToErase(tx, userId, new Date(revokedAt.getTime() + seconds(1)));
      const state = accountId === undefined ? 'nobody' : 'erasing';
      const isNew = await noteRevocation(tx, { fingerprint, revokedAt, state, now: clock.now() });
      if (isNew && accountId !== undefined) {
        await jobs.enqueue(tx, ERASE, { fingerprint, accountId }, { key: `${ERASE}:${fingerprint}` });
      }
    });
    return 'noted';
  }

  return {
    async receiveMiniAppEvent({ body, headers }) {
      const key = settings.ZALO_APP_WEBHOOK_KEY ?? settings.ZALO_APP_SECRET;
      if (!isMiniAppEvent(body, headers['x-zevent-signature'], key)) {
        log.warn({ event: body.event }, 'an event of the mini app that Zalo did not sign was turned away');
        refuse('forbidden', { detail: 'Chữ ký của sự kiện không đúng.' });
      }
      return { status: 200, body: { outcome: body.event === REVOKED ? await revoke(body) : 'ignored' } };
    },
  };
}
