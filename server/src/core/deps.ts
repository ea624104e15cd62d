/**
 * Everything the server needs from outside, handed to `buildApp` and to every module. Tests replace parts of it at the
 * edges (time, HTTP addresses), never in the middle.
 */
import type { Readable } from 'node:stream';
import type { Schemas } from '@dvc/contract';
import type { FastifyBaseLogger } from 'fastify';
import type { Database, Sql } from '#db';
import type { IdentityProvider } from '../integrations/identity-provider/identity-provider.ts';
import type { ZaloClient } from '../integrations/zalo/zalo-client.ts';
import type { Clock } from './clock.ts';
import type { DiskGuard } from './disk-guard.ts';
import type { Jobs } from './jobs.ts';
import type { Metrics } from './metrics.ts';
import type { ErasePerson } from './personal-data.ts';
import type { Province } from './province.ts';
import type { ReceiptSigner } from './receipt-signer.ts';
import type { SearchFeed } from './search-feed.ts';
import type { SecretBox } from './secret-box.ts';
import type { Scanner } from './scanner.ts';
import type { Settings } from './settings.ts';

/** Where the bytes of papers live: a folder, later perhaps an object store. Keys are ours and never guessed. */
export interface FileStore {
  put(key: string, bytes: Buffer): Promise<void>;
  /** As `put`, for bytes that do not fit into memory; answers how many there were. */
  putStream(key: string, bytes: Readable): Promise<number>;
  /** Refuses `server-busy` when it is not there: what was kept may come back, from a backup. */
  read(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}

export interface Notice {
  accountId: string;
  topic: Schemas['Notification']['topic'];
  title: string;
  body: string;
  /** In-app path it leads to; carries no personal data. */
  path: string | null;
  /** The same key twice is one notice. */
  key: string;
  /** What the button under the Official Account's message says; absent: by its topic. */
  button?: string;
  /** Waits for the person by a last day: when one channel does not reach them the next is tried. Money and safety always. */
  deadline?: true;
  /** Danger to life or property: passes quiet hours. */
  urgent?: true;
}

export interface Notify {
  /** Writes to the person's inbox in the caller's transaction and queues what carries it further. */
  tell(tx: Sql, notice: Notice): Promise<void>;
}

export interface Deps {
  db: Database;
  clock: Clock;
  disk: DiskGuard;
  files: FileStore;
  scanner: Scanner;
  zalo: ZaloClient;
  identityProvider: IdentityProvider;
  jobs: Jobs;
  notify: Notify;
  erasePerson: ErasePerson;
  receipts: ReceiptSigner;
  search: SearchFeed;
  secrets: SecretBox;
  province: Province;
  settings: Settings;
  log: FastifyBaseLogger;
  metrics: Metrics;
}
