import { OFFICIAL_ACCOUNT, WATCH_KEY } from '../../emulator/src/identity.ts';
import type { Town } from './town.ts';

/** Whether the operators' bell rings for the Official Account (docs/operating.md). */
export async function isConsentAsked({ url }: Town): Promise<boolean> {
  const text = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${WATCH_KEY}` } }).then(
    (answer) => answer.text(),
    () => '',
  );
  return text.includes('\noa_needs_consent 1');
}

/** What they are told to do then: authorise anew, set the new token, start the server anew. What would wait for it a quarter of an hour is made due. */
export async function authoriseAnew(town: Town): Promise<void> {
  const { world } = town.emulator;
  world.officialTokens.consentAgain();
  const tokens = world.officialTokens.rotate(OFFICIAL_ACCOUNT.firstRefreshToken, world.now());
  await town.restart(async (db) => {
    town.environment['ZALO_OA_REFRESH_TOKEN'] = tokens?.refresh_token;
    await db.query(
      `update jobs set run_at = now() where kind = 'notice' and state = 'queued' and last_error like 'TryLater%'`,
    );
  });
}
