import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from '../../../tools/children.mjs';
import { EICAR } from './emulated-clamd.ts';

const PROGRAM = '/usr/sbin/clamd';

/** Whether Debian's `clamav-daemon` is installed here. */
export const hasDebianClamd = existsSync(PROGRAM);

/** The real daemon on a socket in a folder of its own, knowing one virus: the test one. */
export async function startDebianClamd(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const socket = join(folder, 'clamd.sock');
  await writeFile(
    join(folder, 'test.ndb'),
    `Eicar-Test-Signature:0:*:${Buffer.from(EICAR, 'latin1').toString('hex')}\n`,
  );
  const settings = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, 'Foreground yes', 'StreamMaxLength 1M'];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const args = ['--config-file', join(folder, 'clamd.conf')];
  const daemon = startCommand({ name: 'clamd', command: PROGRAM, args, log: join(folder, 'clamd.log') });
  while (!existsSync(socket)) {
    if (!daemon.running()) throw new Error('clamd ended at once');
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url: `unix:${socket}`,
    async stop() {
      await daemon.stop('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
