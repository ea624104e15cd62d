import { readdirSync, readFileSync } from 'node:fs';
import type { Child } from '../../tools/children.mjs';

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').pop()?.split(' ')[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);

/** Dead at once with all its children, as when the machine lost power. */
export async function killAtOnce({ pid, ended }: Child): Promise<void> {
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  await ended;
}
