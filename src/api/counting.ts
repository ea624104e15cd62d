import type { Schemas } from '@dvc/contract';
import { preferences } from '#config';
import { now } from '#lib/clock';
import { note } from '#lib/log';
import { randomUuid } from '#lib/random';
import { callOperation } from './call';

type StepCount = Schemas['StepCount'];

interface Batch {
  batch: string;
  counts: StepCount[];
  madeAt: number;
}

/** Steps are gathered for so long: one small request for many taps. */
const gatherMs = 30_000;
/** Whoever has no network for longer is not counted; nothing of this is kept on the phone. */
const patienceMs = 10 * 60_000;
const mostTimes = 20;
const mostCounts = 40;

const gathered = new Map<string, StepCount>();
let unsent: Batch | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let underWay = false;

function takeUp(): Batch | undefined {
  if (gathered.size === 0) return undefined;
  const counts = [...gathered.values()].slice(0, mostCounts);
  gathered.clear();
  return { batch: randomUuid(), counts, madeAt: now().getTime() };
}

/** Sends what was gathered. The same batch goes again under the same random key, so that it counts once. */
async function sendCounts(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (underWay) return;
  unsent ??= takeUp();
  if (unsent === undefined) return;
  underWay = true;
  const { batch, counts, madeAt } = unsent;
  try {
    await callOperation('addCounts', { body: { batch, counts } });
    unsent = undefined;
  } catch (error) {
    note('steps were not counted', error);
    const isRefused = error instanceof Error && 'kind' in error && error.kind === 'invalid';
    if (isRefused || now().getTime() - madeAt > patienceMs) unsent = undefined;
  } finally {
    underWay = false;
  }
  if (unsent !== undefined || gathered.size > 0) sendLater();
}

function sendLater(): void {
  timer ??= setTimeout(() => void sendCounts(), gatherMs);
}

function sendWhenHidden(): void {
  if (document.visibilityState === 'hidden') void sendCounts();
}

/**
 * Counts a step for the province's numbers: which step, of which procedure, nothing else. Never waited for, never told,
 * never kept; whoever saves data is not counted.
 */
export function countStep(step: StepCount['step'], procedureCode?: string): void {
  if (preferences.get().dataSaving) return;
  const key = `${step} ${procedureCode ?? ''}`;
  const times = Math.min(mostTimes, (gathered.get(key)?.times ?? 0) + 1);
  gathered.set(key, { step, times, ...(procedureCode === undefined ? {} : { procedureCode }) });
  // The same listener again is none more.
  document.addEventListener('visibilitychange', sendWhenHidden);
  sendLater();
}
