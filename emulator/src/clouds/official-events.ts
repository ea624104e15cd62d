import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { OFFICIAL_ACCOUNT, ZALO_APP } from '../identity.ts';
import type { Person } from '../world/person.ts';
import type { World } from '../world/world.ts';

/** Zalo tries again after so long, and then a few times more which nobody here waits for. */
const AGAIN_AFTER_MS = [30_000, 300_000];

/** An event as Zalo sends it: the signature is over these very bytes. */
export function signOaEvent(event: object, at: number): { body: string; headers: Record<string, string> } {
  const timestamp = String(at);
  const body = JSON.stringify({ ...event, app_id: OFFICIAL_ACCOUNT.appId, timestamp });
  const signed = OFFICIAL_ACCOUNT.appId + body + timestamp + OFFICIAL_ACCOUNT.webhookSecret;
  const mac = createHash('sha256').update(signed).digest('hex');
  return { body, headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` } };
}

async function post(url: string | null, signed: ReturnType<typeof signOaEvent>, retry: number): Promise<void> {
  if (url === null) return;
  try {
    const headers = { ...signed.headers, ...(retry === 0 ? {} : { num_retry: String(retry) }) };
    const { ok } = await fetch(url, { method: 'POST', headers, body: signed.body, signal: AbortSignal.timeout(2_000) });
    if (ok) return;
  } catch {
    // Nobody listens there.
  }
  const pause = AGAIN_AFTER_MS[retry];
  if (pause === undefined) return;
  await wait(pause, undefined, { ref: false });
  await post(url, signed, retry + 1);
}

const send = (world: World, event: object): void =>
  void post(world.officialEventsUrl, signOaEvent(event, world.now()), 0);

/** An event of the mini app; its signature is over the values, in the order of their names. */
export function signAppEvent(event: Readonly<Record<string, string>>): {
  body: string;
  headers: Record<string, string>;
} {
  const values = Object.keys(event)
    .sort()
    .map((name) => event[name]);
  const mac = createHash('sha256')
    .update(values.join('') + ZALO_APP.secret)
    .digest('hex');
  return { body: JSON.stringify(event), headers: { 'content-type': 'application/json', 'x-zevent-signature': mac } };
}

/** In Zalo's own settings the person takes back everything they allowed the mini app; its server is told. */
export function revokeConsent(world: World, person: Person): void {
  person.consents = {};
  const { appId } = world.options;
  const event = { event: 'user.revoke.consent', appId, userId: person.userId, timestamp: String(world.now()) };
  void post(world.appEventsUrl, signAppEvent(event), 0);
}

/** The person follows, or stops to; whoever asked to be told is told. */
export function follow(world: World, person: Person, follows: boolean): void {
  if (follows) person.lastTouchOfOfficialAccount = world.now();
  if (person.followsOfficialAccount === follows) return;
  person.followsOfficialAccount = follows;
  send(world, {
    oa_id: OFFICIAL_ACCOUNT.id,
    follower: { id: person.userIdByOa },
    user_id_by_app: person.userId,
    event_name: follows ? 'follow' : 'unfollow',
    source: 'oa_profile',
  });
}

/** The person writes to the Official Account; with no text they only touch it. */
export function writeToOfficialAccount(world: World, person: Person, text: string): void {
  person.lastTouchOfOfficialAccount = world.now();
  if (text === '') return;
  const id = randomUUID();
  person.messages.push({ id, at: world.now(), from: 'person', channel: 'chat', text, rows: [], buttons: [] });
  send(world, {
    sender: { id: person.userIdByOa },
    recipient: { id: OFFICIAL_ACCOUNT.id },
    user_id_by_app: person.userId,
    event_name: 'user_send_text',
    message: { msg_id: id, text },
  });
}
