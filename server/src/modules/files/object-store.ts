import { createHash } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from '#core/deps';
import { refuse } from '#core/problem';

const KEY = /^[0-9a-f]{32,64}$/;
const PATIENCE_MS = 60_000;
const TRIES_AGAIN = 2;

export interface ObjectStoreSettings {
  /** Address of a store that speaks S3: Ceph, MinIO, a cloud in Viet Nam. */
  url: string;
  bucket: string;
  key: string;
  secret: string;
  region: string;
}

/** As they come; whoever stops reading stops the store, too. */
async function* bytesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) yield next.value;
  } finally {
    await reader?.cancel();
  }
}

/**
 * Papers in a store that speaks S3, addressed by path (`/bucket/ab/cd/abcd…`), so that server processes on several machines
 * have the same ones. Every `put` is signed together with the hash of its bytes: what arrives is what was sent, or nothing.
 */
export function createObjectStore({ url, bucket, key: accessKeyId, secret, region }: ObjectStoreSettings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey: secret, service: 's3', region, retries: TRIES_AGAIN });

  function addressOf(key: string): string {
    if (!KEY.test(key)) throw new Error('a file key is 32 to 64 hex digits');
    return `${url}/${bucket}/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
  }

  /** An answer that says yes, or one of the statuses asked for; a store that is away passes, so whoever waits may try again. */
  async function ask(key: string, init: RequestInit, accepted: readonly number[] = []): Promise<Response> {
    const address = addressOf(key);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await client
      .fetch(address, { ...init, signal })
      .catch((error: unknown) => refuse('server-busy', { retryAfter: 5 }, error));
    if (answer.ok || accepted.includes(answer.status)) return answer;
    const failure = new Error(`the object store answered ${answer.status} to ${init.method ?? 'GET'}`);
    await answer.body?.cancel();
    if (answer.status >= 500 || answer.status === 429) refuse('server-busy', { retryAfter: 5 }, failure);
    throw failure;
  }

  /** How much there is, as far as can be told by the last byte there should be and one more. */
  async function sizeByReading(key: string, size: number): Promise<number> {
    const headers: Record<string, string> = size === 0 ? {} : { range: `bytes=${size - 1}-${size}` };
    const answer = await ask(key, { method: 'GET', headers }, [403, 404, 416]);
    let read = answer.status === 206 ? size - 1 : 0;
    for await (const piece of bytesOf(answer)) {
      read += piece.length;
      if (read > size) break;
    }
    return answer.ok ? read : -1;
  }

  /** Asked of the store itself: "200" may be the word of something that stands before it, and whoever sent the bytes lets go of them. */
  async function assertThere(key: string, size: number): Promise<void> {
    const { ok, headers } = await ask(key, { method: 'HEAD' }, [403, 404]);
    const length = headers.get('content-length');
    // What stands between may leave the length out.
    const there = ok ? (length === null ? await sizeByReading(key, size) : Number(length)) : -1;
    if (there === size) return;
    refuse('server-busy', { retryAfter: 5 }, new Error('the object store does not have what it was given'));
  }

  return {
    async put(key, bytes) {
      const headers = { 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') };
      await (await ask(key, { method: 'PUT', headers, body: new Uint8Array(bytes) })).body?.cancel();
      await assertThere(key, bytes.length);
    },
    async putStream(key, bytes) {
      // The store wants to know length and hash beforehand.
      const folder = await mkdtemp(join(tmpdir(), 'to-store-'));
      const aside = join(folder, 'bytes');
      try {
        const hash = createHash('sha256');
        await pipeline(
          bytes,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(aside, { mode: 0o600 }),
        );
        const body = await openAsBlob(aside);
        await (
          await ask(key, { method: 'PUT', headers: { 'x-amz-content-sha256': hash.digest('hex') }, body })
        ).body?.cancel();
        await assertThere(key, body.size);
        return body.size;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async read(key) {
      const answer = await ask(key, { method: 'GET' }, [404]);
      if (answer.ok) return Readable.from(bytesOf(answer), { objectMode: false });
      await answer.body?.cancel();
      return refuse('server-busy', { retryAfter: 60 }, new Error('the object store has lost what it was given'));
    },
    async remove(key) {
      await ask(key, { method: 'DELETE' }, [404]);
    },
  };
}
