import type { Boot } from '../native/protocol.ts';
import type { PhoneLine } from './phone-line.ts';

const QUOTA_BYTES = 5 * 1024 * 1024;
const sizeOfMap = (map: Map<string, string>): number => {
  let characters = 0;
  for (const [key, value] of map) characters += key.length + value.length;
  return characters * 2;
};

/**
 * Zalo's key-value store for one app on one phone: reads at once, keeps 5 MiB, throws out the oldest keys beyond that.
 * The emulator's process keeps it; a copy in this browser bridges the moment until a write has arrived there.
 */
export class KeyValueStore {
  readonly #line: PhoneLine;
  readonly #epoch: string;
  readonly #mirrorKey: string;
  #map: Map<string, string>;
  #revision: number;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(boot: Boot, line: PhoneLine) {
    this.#line = line;
    this.#epoch = boot.phoneEpoch;
    this.#mirrorKey = `__zalo_native__/${boot.phoneId}/${boot.phoneEpoch}`;
    const mirrored = this.#readMirror();
    const newest = mirrored !== null && mirrored.revision > boot.storage.revision ? mirrored : boot.storage;
    this.#revision = newest.revision;
    this.#map = new Map(Object.entries(newest.map));
  }

  get(keys: string[]): Record<string, string> {
    return Object.fromEntries(keys.flatMap((key) => (this.#map.has(key) ? [[key, this.#map.get(key) ?? '']] : [])));
  }

  set(entries: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(entries)) {
      // Written again: youngest again.
      this.#map.delete(key);
      this.#map.set(key, String(value));
    }
    for (const oldest of this.#map.keys()) {
      if (sizeOfMap(this.#map) <= QUOTA_BYTES) break;
      this.#map.delete(oldest);
    }
    this.#save();
  }

  remove(keys: string[]): void {
    for (const key of keys) this.#map.delete(key);
    this.#save();
  }

  clear(): void {
    this.#map.clear();
    this.#save();
  }

  get size(): number {
    return sizeOfMap(this.#map);
  }

  #save(): void {
    this.#revision += 1;
    const saved = { revision: this.#revision, map: Object.fromEntries(this.#map) };
    try {
      localStorage.setItem(this.#mirrorKey, JSON.stringify(saved));
    } catch {
      // The mirror only shortens a race; the process has the truth.
    }
    this.#sending = this.#sending.then(() =>
      this.#line.post('storage', { epoch: this.#epoch, ...saved }).catch(() => undefined),
    );
  }

  #readMirror(): Boot['storage'] | null {
    const text = localStorage.getItem(this.#mirrorKey);
    return text === null ? null : (JSON.parse(text) as Boot['storage']);
  }
}
