import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tickMs = 10;

interface Times {
  parent: number;
  ticks: number;
}

function timesOf(pid: string): Times | undefined {
  try {
    // The name in brackets may hold anything; what is wanted comes after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
    // Own time, and that of children who have ended.
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return undefined;
  }
}

/** Processor time of processes and their children so far, in milliseconds. */
export function processorMs(pids: readonly number[]): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const times = timesOf(name);
    if (times && (pids.includes(Number(name)) || pids.includes(times.parent))) ticks += times.ticks;
  }
  return ticks * tickMs;
}
