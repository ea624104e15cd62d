import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Stack } from './stack.ts';

const run = promisify(execFile);

/** The officer's own command line against the running server. @returns what it printed. */
export async function officer(stack: Stack, ...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'server/src/officer.ts', ...words], {
    env: { ...process.env, SERVER_URL: stack.serverUrl },
  });
  return stdout;
}
