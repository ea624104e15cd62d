import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Stack } from './stack.ts';

const run = promisify(execFile);

/** One of the command lines of an office against the running server. @returns what it printed. */
export const officeProgram =
  (program: 'officer' | 'cashier') =>
  async (stack: Stack, ...words: string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', `server/src/${program}.ts`, ...words], {
      env: { ...process.env, SERVER_URL: stack.serverUrl },
    });
    return stdout;
  };
