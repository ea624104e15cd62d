import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
};
const COMPRESSIBLE = new Set(['.js', '.css', '.json', '.svg', '.ttf']);

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';
export interface Asset {
  bytes: Buffer;
  type: string;
  encoding: Encoding;
}
export interface AppConfig {
  app: { title?: string; headerTitle?: string } & Record<string, unknown>;
  listCSS: string[];
  listSyncJS: string[];
  listAsyncJS: string[];
}

export const encodingFor = (acceptEncoding: string): Encoding =>
  /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : 'identity';

/** The production build in a folder, compressed once per file and kept. */
export class AssetStore {
  readonly #folder: string;
  readonly #packed = new Map<string, Asset>();

  constructor(folder: string) {
    this.#folder = normalize(folder);
  }

  /** Read anew each time, so that a rebuild is served without a restart; null: nothing is built. */
  async config(): Promise<{ config: AppConfig; version: string } | null> {
    try {
      const text = await readFile(join(this.#folder, 'app-config.json'), 'utf8');
      const version = createHash('sha256').update(text).digest('hex').slice(0, 10);
      return { config: JSON.parse(text) as AppConfig, version };
    } catch {
      return null;
    }
  }

  async find(path: string, wanted: Encoding): Promise<Asset | null> {
    const file = normalize(join(this.#folder, path));
    if (!file.startsWith(this.#folder + sep)) return null;
    const found = await stat(file).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const extension = extname(file);
    const encoding = COMPRESSIBLE.has(extension) ? wanted : 'identity';
    const key = `${file}|${found.mtimeMs}|${encoding}`;
    const known = this.#packed.get(key);
    if (known !== undefined) return known;
    const raw = await readFile(file);
    const asset: Asset = {
      bytes: await pack(raw, encoding),
      type: TYPES[extension] ?? 'application/octet-stream',
      encoding,
    };
    this.#packed.set(key, asset);
    return asset;
  }
}

const pack = (raw: Buffer, encoding: Encoding): Promise<Buffer> => {
  if (encoding === 'br') return brotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return encoding === 'gzip' ? zip(raw, { level: 9 }) : Promise.resolve(raw);
};
