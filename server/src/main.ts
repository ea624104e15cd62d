/** `npm run server`: reads the settings, starts, stops gracefully on SIGTERM and SIGINT. */
import { isDiskFull } from '#db';
import { describeError } from '#core/log';
import { BadSettings, readSettings } from '#core/settings';
import { startServer } from './start-server.ts';

const LAST_MOMENT_MS = 10_000;
/** Failures that their own sentence explains. */
const OPERATORS_TASK = new Set(['FolderInUse', 'TablesTooOld']);

function fail(error: unknown): never {
  if (error instanceof BadSettings || (error instanceof Error && OPERATORS_TASK.has(error.name))) {
    console.error(`The server did not start. ${error.message}`);
  } else {
    console.error('The server did not start.', describeError(error));
  }
  process.exit(1);
}

/** PGlite hangs on the first query after a full disk; whoever supervises us starts us again when there is room. */
function dieOfFullDisk(error: unknown): never {
  console.error('The disk is full: stopping at once so that nothing is half done.', isDiskFull(error));
  process.exit(1);
}

const settings = (() => {
  try {
    return readSettings(process.env);
  } catch (error) {
    return fail(error);
  }
})();
const server = await startServer(settings, dieOfFullDisk).catch(fail);
console.log(`Province ${server.deps.province.fullName}: ${server.url} (${server.deps.db.kind})`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  });
}
