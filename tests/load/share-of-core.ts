import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Holds processes to a share of one core each, as if each stood on a small machine of its own: the only way to see on two
 * cores what a second and a third process bring. Linux control groups, version 1 or 2; needs to be root.
 */

/** Microseconds; short, so that nobody waits long for the next turn. */
const PERIOD = 10_000;

const root = '/sys/fs/cgroup';
const isFirstVersion = existsSync(join(root, 'cpu', 'cpu.cfs_quota_us'));

function groupOf(pid: number): string {
  return join(root, ...(isFirstVersion ? ['cpu'] : []), `load-${String(pid)}`);
}

/** Throws where the system does not allow it. */
export function holdToShare(pid: number, share: number): void {
  const group = groupOf(pid);
  const quota = String(Math.round(PERIOD * share));
  mkdirSync(group, { recursive: true });
  if (isFirstVersion) {
    writeFileSync(join(group, 'cpu.cfs_period_us'), String(PERIOD));
    writeFileSync(join(group, 'cpu.cfs_quota_us'), quota);
  } else writeFileSync(join(group, 'cpu.max'), `${quota} ${String(PERIOD)}`);
  writeFileSync(join(group, 'cgroup.procs'), String(pid));
}

/** After the process has ended. */
export function forgetShare(pid: number): void {
  if (existsSync(groupOf(pid))) rmdirSync(groupOf(pid));
}
