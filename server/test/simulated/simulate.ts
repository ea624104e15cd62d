import { hours } from '../../src/core/clock.ts';
import type { Database } from '../../src/db/port.ts';
import { citizensHour } from './acts.ts';
import { officeHour } from './office-acts.ts';
import { brokenPromises, isDayOff } from './promises.ts';
import { sendEverythingAgain } from './steps.ts';
import { openWorld } from './world.ts';

/** A stretch of simulated time. In a quiet one nobody does anything, and only what is due happens. */
export interface Stretch {
  hours: number;
  quiet?: true;
  /** Hours that pass at once; what is true is looked at after each. */
  stride?: number;
  /** At its end everything that was ever sent is sent once more. */
  sentAgain?: true;
}

export interface Simulated {
  did: Record<string, number>;
  hours: number;
  broken: string[];
}

/** Days of a province with the real server, from a moment on; everything that must hold is looked at every hour. */
export async function simulateDays(options: {
  seed: string;
  from: Date;
  kind: Database['kind'];
  stretches: readonly Stretch[];
  onDay?: (day: string, did: Record<string, number>) => void;
}): Promise<Simulated> {
  const world = await openWorld(options);
  const begun = world.now().getTime();
  const passed = (): number => Math.round((world.now().getTime() - begun) / hours(1));
  try {
    let day = world.today();
    for (const { hours: length, quiet, sentAgain, stride = 1 } of options.stretches) {
      const until = world.now().getTime() + hours(length);
      while (world.now().getTime() < until) {
        await world.pass(hours(stride), quiet && hours(1));
        if (!quiet) {
          await citizensHour(world);
          const isAtWork = !isDayOff(world.today()) && world.hour() >= 7 && world.hour() < 17;
          // One program accepts by itself, also at midnight.
          if (isAtWork || world.random.chance(0.05)) await officeHour(world);
        }
        world.broken.push(...(await brokenPromises(world)));
        if (world.broken.length > 20) return { did: world.did, hours: passed(), broken: world.broken };
        if (world.today() !== day) {
          day = world.today();
          options.onDay?.(day, world.did);
        }
      }
      if (!sentAgain) continue;
      await sendEverythingAgain(world);
      world.broken.push(...(await brokenPromises(world)));
    }
    return { did: world.did, hours: passed(), broken: world.broken };
  } finally {
    await world.close();
  }
}
