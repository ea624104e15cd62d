/**
 * The database port: the only thing the server knows about its database. Two drivers, one behaviour (conformance.test.ts):
 * the embedded PGlite in a folder, or PostgreSQL by DATABASE_URL.
 * It promises: acknowledged means kept; one handle a transaction; numbers, dates and bytes of the same kind on both.
 * It never sorts Vietnamese (use Intl.Collator), never searches with the engine's own text functions (store folded text).
 */
import { join } from 'node:path';
import { migrate, readMigrations } from './migrations.ts';
import { openPostgres } from './pg.ts';
import { openEmbedded } from './pglite.ts';
import type { Database } from './port.ts';

export { limitRole } from './app-role.ts';
export { migrate, readMigrations } from './migrations.ts';
export { openPostgres } from './pg.ts';
export { isDatabaseError, isDiskFull, isUniqueViolation, isUnreachable } from './errors.ts';
export type { Database, Result, Row, Sql, Transaction } from './port.ts';

export interface DatabaseSettings {
  /** PostgreSQL; without it the embedded database in `dataDir`. */
  databaseUrl?: string | undefined;
  dataDir: string;
  /** Connections kept to PostgreSQL. */
  poolSize: number;
}

interface Watch {
  assertRoom?: () => Promise<void>;
  onDiskFull?: (error: unknown) => void;
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(settings: DatabaseSettings, watch: Watch = {}): Promise<Database> {
  const db = settings.databaseUrl
    ? await openPostgres(settings.databaseUrl, settings.poolSize)
    : await openEmbedded({ folder: join(settings.dataDir, 'database'), ...watch });
  try {
    await migrate(db, await readMigrations());
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
