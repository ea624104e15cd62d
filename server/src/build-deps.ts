import { mkdir } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import { openDatabase, type Database } from '#db';
import { systemClock, type Clock } from '#core/clock';
import type { Deps } from '#core/deps';
import { createDiskGuard } from '#core/disk-guard';
import { createMetrics } from '#core/metrics';
import { loadProvince } from '#core/province';
import { createReceiptSigner } from '#core/receipt-key';
import { createSecretBox } from '#core/secret-box';
import type { Settings } from '#core/settings';
import { createOpenIdProvider } from './integrations/identity-provider/openid-provider.ts';
import { createScanner } from './integrations/scanner/scanner.ts';
import { createZaloGraph } from './integrations/zalo/zalo-graph.ts';
import { createJobs } from './jobs/job-queue.ts';
import { openFileStore } from './modules/files/open-file-store.ts';
import { createErasePerson } from './modules/erase-person.ts';
import { connectedChannels, createNotify } from './modules/notifications/notify.ts';
import { createSearchFeed } from './modules/search/search-feed.ts';

/** What tests may put in the place of the real thing: time, the log, and a database made elsewhere. */
export interface Given {
  log: FastifyBaseLogger;
  clock?: Clock;
  db?: Database;
  onDiskFull?: (error: unknown) => void;
  /** While true the disk's reserve may be used: a start writes little, and a server that starts can at least be read. */
  isStarting?: () => boolean;
}

/** Makes everything the server leans on, from its settings. Whoever calls closes `deps.db`. */
export async function buildDeps(settings: Settings, given: Given): Promise<Deps> {
  const { log, clock = systemClock, onDiskFull, isStarting = () => false } = given;
  await mkdir(settings.DATA_DIR, { recursive: true });
  const province = await loadProvince(settings.PROVINCE, settings.PROVINCES_DIR);
  const receipts = await createReceiptSigner(settings.RECEIPT_KEY, settings.DATA_DIR);
  const secrets = await createSecretBox(settings.SECRETS_KEY, settings.DATA_DIR);
  const identityProvider = createOpenIdProvider(settings, province.identity.minimumAssurance, log);
  const disk = createDiskGuard(settings.DATA_DIR, settings.MIN_FREE_BYTES);
  const where = { databaseUrl: settings.DATABASE_URL, dataDir: settings.DATA_DIR, poolSize: settings.PG_POOL };
  const watch = {
    assertRoom: async () => (isStarting() ? undefined : disk.assertRoom()),
    ...(onDiskFull ? { onDiskFull } : {}),
  };
  const db = given.db ?? (await openDatabase(where, watch));
  const metrics = createMetrics();
  const jobs = createJobs({ db, clock, log, metrics });
  const search = createSearchFeed(db);
  return {
    db,
    clock,
    disk,
    erasePerson: createErasePerson({ db, clock, jobs, search }),
    files: openFileStore(settings),
    identityProvider,
    jobs,
    log,
    metrics,
    notify: createNotify(jobs, clock, connectedChannels(settings)),
    province,
    receipts,
    search,
    scanner: createScanner(settings, metrics),
    secrets,
    settings,
    zalo: createZaloGraph(settings, log),
  };
}
