import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptOnce } from './kept-once.ts';
import { sha256 } from './secrets.ts';
import { BadSettings } from './settings.ts';

/** Seals what the database must keep and nobody who reads a copy of it may use. */
export interface SecretBox {
  /** `purpose` says where it belongs; sealed for one place it does not open in another. */
  seal(purpose: string, text: string): string;
  /** Undefined when none of our keys opens it: sealed with a lost key, for another place, or changed. */
  open(purpose: string, sealed: string): string | undefined;
  /**
   * Keyed hashes of a text, base64url, one under each of our keys and the newest first: the same text for the same purpose
   * is recognised, and nobody without a key can make or guess one.
   */
  marks(purpose: string, text: string): readonly [string, ...string[]];
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  id: string;
  bytes: Buffer;
}

function readKeys(text: string): Key[] {
  const keys = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => Buffer.from(part, 'base64url'));
  if (keys.length === 0 || keys.some((bytes) => bytes.length !== KEY_BYTES)) {
    throw new BadSettings('SECRETS_KEY is not 32 random bytes as base64url (or several of them, comma-separated)');
  }
  return keys.map((bytes) => ({ id: sha256(bytes).slice(0, 8), bytes }));
}

/**
 * AES-256-GCM under `SECRETS_KEY`: the first key seals, all of them open, so a key is replaced by writing the new one in front.
 * Without the setting a key is made once and kept in the data folder.
 */
export async function createSecretBox(setting: string | undefined, dataDir: string): Promise<SecretBox> {
  const made = async () => randomBytes(KEY_BYTES).toString('base64url');
  const keys = readKeys(setting ?? (await keptOnce(join(dataDir, 'secrets-key'), made)));
  const [sealing] = keys;
  if (!sealing) throw new BadSettings('SECRETS_KEY holds no key');
  const derived = new Map<string, Buffer>();
  /** A key of its own for each purpose, and none of them the one that seals; made once, purposes are few. */
  const keyFor = (key: Key, purpose: string): Buffer => {
    const name = `${key.id} ${purpose}`;
    const own = derived.get(name) ?? Buffer.from(hkdfSync('sha256', key.bytes, '', `mark ${purpose}`, KEY_BYTES));
    derived.set(name, own);
    return own;
  };
  const mark = (key: Key, purpose: string, text: string): string =>
    createHmac('sha256', keyFor(key, purpose)).update(text).digest('base64url');
  return {
    marks(purpose, text) {
      const [, ...older] = keys;
      return [mark(sealing, purpose, text), ...older.map((key) => mark(key, purpose, text))];
    },
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealing.bytes, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${sealing.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(purpose, sealed) {
      const [id, body = ''] = sealed.split('.');
      const key = keys.find((one) => one.id === id);
      const bytes = Buffer.from(body, 'base64url');
      if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
