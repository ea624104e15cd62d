import { setTimeout as wait } from 'node:timers/promises';
import type { Schemas } from '@dvc/contract';
import { openPostgres } from '../../server/src/db/pg.ts';
import type { Person } from './person.ts';
import type { Scene } from './scene.ts';

/** By itself, with nobody's help, everything that waited is done this long after a trouble. */
export const CATCH_UP_MS = 120_000;

interface Waiting {
  kind: string;
  why: string | null;
}

/** What had been promised by a moment. */
interface Promised {
  dossiers: readonly string[];
  orders: readonly string[];
}

/** What is still to be done of it; nothing when all is as if there had been no trouble. */
async function waiting(scene: Scene, people: readonly Person[], promised: Promised): Promise<string[]> {
  const { notebook, town } = scene;
  const still: string[] = [];
  for (const code of promised.dossiers) {
    if (town.emulator.world.oneStop.byCode(code) === undefined) still.push(`${code} is not at the one-stop system`);
  }
  for (const id of promised.orders) {
    const order = notebook.orders.get(id);
    if (!order?.isPaid || order.isKnown) continue;
    const owner = people.find((person) => person.id === order.owner);
    // The app asks so while its screen is open.
    const { body } = (await owner?.call<Schemas['PaymentOrder']>('pay', 'POST', `/payments/${id}/checks`)) ?? {};
    if (body?.state === 'paid') notebook.orders.set(id, { ...order, isKnown: true });
    else still.push(`${order.code} is paid, and called ${body?.state ?? 'nothing'}`);
  }
  if (town.database === undefined) return still;
  const db = await openPostgres(town.database.straight, 1);
  try {
    const { rows } = await db.query<Waiting>(
      `select kind, last_error as why from jobs where state = 'queued' and (last_error is not null or attempt > 1)
       union all select 'dead ' || kind, last_error from jobs where state = 'dead'`,
    );
    return [...still, ...rows.map(({ kind, why }) => `job ${kind}: ${(why ?? '').slice(0, 120)}`)];
  } finally {
    await db.close();
  }
}

/**
 * Waits until nothing waits any more; answers how long that took, and what never came. People go on meanwhile: what they only
 * now are promised is no matter of this trouble.
 */
export async function catchUp(
  scene: Scene,
  people: readonly Person[],
  onLook: () => Promise<void>,
): Promise<{ ms: number; never: string[] }> {
  const began = performance.now();
  const { dossiers, orders } = scene.notebook;
  const promised = { dossiers: [...dossiers.values()].map(({ code }) => code), orders: [...orders.keys()] };
  for (;;) {
    await onLook();
    const still = await waiting(scene, people, promised);
    const ms = performance.now() - began;
    if (still.length === 0 || ms > CATCH_UP_MS) return { ms, never: still };
    await wait(2_000);
  }
}
