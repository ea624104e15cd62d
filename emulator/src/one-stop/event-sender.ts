import { setTimeout as wait } from 'node:timers/promises';
import { ONE_STOP } from '../identity.ts';
import type { World } from '../world/world.ts';
import type { OneStopEvent } from './registry.ts';

export type ReleaseOrder = 'kept' | 'reversed' | 'shuffled';

const LOOK_MS = 100;
const PATIENCE_MS = 10_000;
const LONGEST_WAIT_MS = 5_000;

/** Answers that will be no different another time. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status);

async function post(world: World, event: OneStopEvent): Promise<Response> {
  return fetch(`${world.options.serverOrigin}/integration/dossier-events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ONE_STOP.keyAtServer}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

type Outgoing = World['oneStop']['outbox'][number];

async function sendOne(world: World, item: Outgoing): Promise<void> {
  const { oneStop } = world;
  item.tries += 1;
  try {
    const response = await post(world, item.event);
    const body = await response.text();
    if (response.ok) item.copiesLeft -= 1;
    else if (isFinal(response.status)) {
      oneStop.refused.push({ event: item.event, status: response.status, body });
      item.copiesLeft = 0;
    } else throw new Error(`HTTP ${response.status}`);
  } catch {
    // The province's server is down or does not want: again, at least once.
    item.nextTryAt = performance.now() + Math.min(200 * 2 ** item.tries, LONGEST_WAIT_MS);
  }
  oneStop.outbox = oneStop.outbox.filter(({ copiesLeft }) => copiesLeft > 0);
}

function shuffle<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}

/** Sends what is held, once over, in the order wished; what does not arrive goes on trying by itself. */
export async function releaseEvents(
  world: World,
  order: ReleaseOrder = 'kept',
  random: () => number = Math.random,
): Promise<void> {
  const { oneStop } = world;
  // Each copy travels by itself, so that copies overtake each other too.
  const copies = oneStop.outbox.flatMap((item) => Array.from({ length: item.copiesLeft }, () => item));
  const line = order === 'reversed' ? copies.reverse() : order === 'shuffled' ? shuffle(copies, random) : copies;
  for (const item of line) if (item.copiesLeft > 0) await sendOne(world, item);
  oneStop.manner = { ...oneStop.manner, held: false };
}

/** Sends events as they come, until told to stop. Each dossier's events leave in order; copies follow at once. */
export function startEventSender(world: World): () => Promise<void> {
  const stopping = new AbortController();
  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (!world.oneStop.manner.held) {
        for (const item of [...world.oneStop.outbox]) {
          if (item.nextTryAt <= performance.now()) await sendOne(world, item);
        }
      }
      await wait(LOOK_MS);
    }
  }
  const loop = work();
  return async () => {
    stopping.abort();
    await loop;
  };
}
