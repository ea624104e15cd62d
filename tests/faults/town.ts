import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../server/src/db/index.ts';
import { freePorts, undoAtEnd } from '../../tools/children.mjs';
import { startPostgres, type OwnPostgres } from '../support/postgres.ts';
import { startServerAlone } from '../support/server-alone.ts';
import type { Citizen } from './kind.ts';

/** People at level 2, and the real server in a process of its own that can be killed at any moment. */
export interface Town {
  citizens: Citizen[];
  url: string;
  port: number;
  database: string;
  /** SIGKILL; it is started again at once. Nothing happens while it is down. */
  kill: () => void;
  kills: () => number;
  /** Milliseconds the server was down so far. */
  downFor: () => number;
  isDown: () => boolean;
  isUp: () => Promise<void>;
  /** Stops the server in an orderly way and asks the database. */
  lookInside: <Answer>(look: (query: <Row>(sql: string) => Promise<Row[]>) => Promise<Answer>) => Promise<Answer>;
  close: () => Promise<void>;
}

interface TownOptions {
  people: number;
  engine: 'pg' | 'pglite';
  /** The server does not come up again, or the database is gone: nothing that follows would mean anything. */
  onRuin: (error: unknown) => void;
}

/** Half a million of what `settle` makes fits; each part of an id says whose it is. */
const id = (kind: string): string => `('${kind}0000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const token = (phone: 0 | 1, n: number | string): string => `faults-phone-${phone}-of-${n}`;

/** Accounts that went through contact and linking; how one gets there has tests of its own. */
const settle = (people: number): string => `
  create temporary table people as select n, '0720' || lpad(n::text, 8, '0') as id_number from generate_series(1, ${people}) n;
  insert into accounts (id, zalo_id, zalo_name, phone, created_at, seen_at)
    select ${id('a')}, 'faults-' || n, 'Ánh', '0900' || lpad(n::text, 6, '0'), now(), now() from people;
  insert into citizens (id, id_number, issuer, subject, full_name, birth_date, updated_at)
    select ${id('c')}, id_number, 'https://id.example', 'faults-' || n, 'Nguyễn Thị Ánh', '1988-03-14', now() from people;
  insert into identity_links (citizen_id, account_id, linked_at) select ${id('c')}, ${id('a')}, now() from people;
  insert into sessions (token_hash, account_id, created_at, expires_at)
    select encode(sha256(('faults-phone-' || phone || '-of-' || n)::bytea), 'hex'), ${id('a')}, now(), now() + interval '1 day'
      from people, generate_series(0, 1) phone;
  drop table people;`;

/** Taken before phones lend theirs: whoever kills the server is a phone, and a dead phone's request never ends. */
const ownFetch = globalThis.fetch;

const isReady = (url: string): Promise<boolean> =>
  ownFetch(`${url}/readyz`, { signal: AbortSignal.timeout(15_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Makes the town and opens the server. */
export async function foundTown({ people, engine, onRuin }: TownOptions): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const clearAway = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const postgres: OwnPostgres | undefined = engine === 'pg' ? await startPostgres({}, onRuin) : undefined;
  const where = { databaseUrl: postgres?.url, dataDir: folder, poolSize: 2 };
  const db = await openDatabase(where);
  await db.script(settle(people));
  await db.close();

  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, 'server.log');
  const launch = () => startServerAlone({ port, log, dataDir: folder, databaseUrl: postgres?.url });
  let kills = 0;
  let server = launch();
  /** On a busy machine a start takes its time; only a server that ended by itself is a fault. */
  const answers = async (): Promise<void> => {
    while (!(await isReady(url))) {
      if (!server.running()) throw new Error(`the server ended by itself:\n${readFileSync(log, 'utf8').slice(-2000)}`);
      await wait(100);
    }
  };
  let up: Promise<void> | undefined;
  let isDown = false;
  let downSince = 0;
  let wasDown = 0;

  async function restart(): Promise<void> {
    await server.stop('SIGKILL');
    server = launch();
    await answers();
    isDown = false;
    wasDown += performance.now() - downSince;
  }
  try {
    await answers();
  } catch (error) {
    await server.stop('SIGKILL');
    await postgres?.stop();
    throw error;
  }
  return {
    citizens: Array.from({ length: people }, (_, n) => ({
      number: n + 1,
      tokens: [token(0, n + 1), token(1, n + 1)] as const,
    })),
    url,
    port,
    database: postgres?.version ?? 'embedded (PGlite)',
    kill() {
      if (isDown) return;
      isDown = true;
      downSince = performance.now();
      kills += 1;
      up = restart();
      up.catch(onRuin);
    },
    kills: () => kills,
    isDown: () => isDown,
    downFor: () => wasDown + (isDown ? performance.now() - downSince : 0),
    isUp: async () => up,
    async lookInside(look) {
      await up;
      await server.stop();
      const inside = await openDatabase(where);
      try {
        return await look(async <Row>(sql: string) => (await inside.query<Row>(sql)).rows);
      } finally {
        await inside.close();
      }
    },
    async close() {
      await up?.catch(() => undefined);
      await server.stop('SIGKILL');
      await postgres?.stop();
      clearAway();
      forget();
    },
  };
}
