import { join } from 'node:path';
import type { FileStore } from '#core/deps';
import type { Settings } from '#core/settings';
import { createFolderStore } from './folder-store.ts';
import { createObjectStore } from './object-store.ts';

/** Where checked papers are kept: in a store that speaks S3 when one is named, else in the data folder. */
export function openFileStore(settings: Settings): FileStore {
  const { S3_URL: url, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret, S3_REGION: region, DATA_DIR } = settings;
  if (url === undefined || bucket === undefined || key === undefined || secret === undefined) {
    return createFolderStore(join(DATA_DIR, 'files'));
  }
  return createObjectStore({ url, bucket, key, secret, region });
}
