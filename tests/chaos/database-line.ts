import { openPostgres } from '../../server/src/db/pg.ts';
import { startPostgres } from '../support/postgres.ts';
import { startFaultySocket } from './faulty-socket.ts';
import type { Mood } from './moods.ts';

/** PostgreSQL behind a line that can be cut, fall silent or be slow; as a server it can lose its connections or its right to write. */
export async function createDatabaseLine() {
  // What a machine loses with its power is the rehearsal's matter.
  const postgres = await startPostgres({ fsync: 'off', max_connections: '60' });
  const line = await startFaultySocket(Number(new URL(postgres.url).port));
  const url = new URL(postgres.url);
  url.port = String(line.port);
  const straight = await openPostgres(postgres.url, 2);

  const endEveryConnection = `select pg_terminate_backend(pid) from pg_stat_activity
     where pid <> pg_backend_pid() and backend_type = 'client backend'`;
  let mood: Mood = 'well';
  let ending: NodeJS.Timeout | undefined;

  async function readOnly(is: boolean): Promise<void> {
    const to = is ? 'on' : 'off';
    await straight.script(`begin read write; alter role province set default_transaction_read_only = ${to}; commit`);
    await straight.query(endEveryConnection).catch(() => undefined);
  }

  return {
    /** As the server is to find it. */
    url: url.href,
    /** Past the line, for whoever looks whether promises are held. */
    straight: postgres.url,
    version: postgres.version,
    asked: () => line.asked(),
    async set(next: Mood): Promise<void> {
      const before = mood;
      mood = next;
      clearInterval(ending);
      if (before === 'readonly') await readOnly(false);
      if (next === 'readonly') return readOnly(true);
      if (next === 'error') {
        // As when an administrator ends sessions again and again: each may be in the middle of a transaction.
        const end = (): void => void straight.query(endEveryConnection).catch(() => undefined);
        ending = setInterval(end, 300);
        return;
      }
      await line.set(next);
    },
    async close() {
      clearInterval(ending);
      await line.close();
    },
    async end() {
      await straight.close();
      await postgres.stop();
    },
  };
}
