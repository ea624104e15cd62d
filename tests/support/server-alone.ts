import { OBJECT_STORE } from '../../emulator/src/object-store.ts';
import { serverEnvironment } from '../../emulator/src/server-environment.ts';
import { startProgram, type Child } from '../../tools/children.mjs';

interface AloneOptions {
  port: number;
  dataDir: string;
  /** File the server writes to. */
  log: string;
  /** PostgreSQL; without it the embedded database in `dataDir`. */
  databaseUrl?: string | undefined;
  poolSize?: number;
  /** Address of the emulated object store; without it papers are kept in `dataDir`. */
  objectsUrl?: string;
}

/**
 * The real server as a process of its own, without Zalo and without the provincial ID: for people whose sessions are in the
 * database already. Limits are lifted, because everybody comes from one address here.
 */
export function startServerAlone({ port, dataDir, log, databaseUrl, poolSize = 10, objectsUrl }: AloneOptions): Child {
  // Nobody listens on these.
  const nobody = { phonePort: 9, idPort: 9 };
  const env = {
    PATH: process.env.PATH,
    ...serverEnvironment({ ...nobody, serverPort: port }),
    // Messages have tests of their own; here nobody would answer them.
    ZALO_OA_APP_ID: '',
    ZALO_OA_SECRET: '',
    ZALO_OA_REFRESH_TOKEN: '',
    RATE_LIMIT_FACTOR: '1000000',
    DATA_DIR: dataDir,
    ...(objectsUrl === undefined
      ? {}
      : {
          S3_URL: objectsUrl,
          S3_BUCKET: OBJECT_STORE.bucket,
          S3_KEY: OBJECT_STORE.key,
          S3_SECRET: OBJECT_STORE.secret,
        }),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, PG_POOL: String(poolSize) }),
  };
  return startProgram({ name: 'server', program: 'server/src/main.ts', log, env });
}
