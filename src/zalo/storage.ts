import { province } from '#config';
import { note } from '#lib/log';
import { loadInside, type Inside } from './load';

/**
 * A few small things kept on the phone: preferences, where the person was. Best effort: old Zalo versions have no such
 * storage, and it silently drops its oldest keys; memory stands in. Nothing that grants access or is about the person:
 * every mini app shares this origin.
 */
export interface PhoneStorage {
  /** What is known without waiting: this run's own values, and those already read. */
  peek(key: string): string | undefined;
  /** Waits for Zalo's storage if it is not here yet; never rejects. */
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): void;
  remove(key: string): void;
}

const memory = new Map<string, string | undefined>();
const fullName = (key: string): string => `tns.${province.id}.${key}`;

function tryNative<Value>(what: string, work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    note(`Zalo storage: ${what} not possible`, (error as { code?: unknown } | undefined)?.code);
    return undefined;
  }
}

/** What became of something that must be there after a restart. `none`: this Zalo has no storage at all. */
export type Kept = 'kept' | 'full' | 'refused' | 'none';

/** Zalo gives an app 5 MiB and drops its oldest keys without a word beyond that; some room is left for what else is kept. */
const spareBytes = 256 * 1024;
const unsupported = -1404;
/** Counted as Zalo counts at worst: two bytes a character. */
const bytesOf = (text: string): number => text.length * 2;

/**
 * What must be there after the app was killed: written, and read again before it is promised. Never cached, so that
 * what Zalo has dropped is seen to be gone.
 */
export const dependableStorage = {
  async keep(key: string, text: string): Promise<Kept> {
    const inside = await loadInside().catch(() => undefined);
    if (inside === undefined) return 'none';
    const { nativeStorage } = inside;
    try {
      const before = nativeStorage.getItem(fullName(key));
      const old = typeof before === 'string' ? bytesOf(before) : 0;
      // Beyond its room Zalo throws out other keys, and theirs are no less worth keeping.
      const { currentSize, limitSize } = nativeStorage.getStorageInfo();
      // Both in KiB.
      const room = (limitSize - currentSize) * 1024 + old - spareBytes;
      if (bytesOf(text) > room) return 'full';
      // It may be read and yet not take this: that is want of room, whatever number it is given.
      tryNative('writing', () => nativeStorage.setItem(fullName(key), text));
      return nativeStorage.getItem(fullName(key)) === text ? 'kept' : 'full';
    } catch (error) {
      const code = (error as { code?: unknown } | undefined)?.code;
      note('not kept on this phone', code);
      return code === unsupported ? 'none' : 'refused';
    }
  },
  /** What is there now; undefined when there is nothing, or nothing can be read. */
  async find(key: string): Promise<string | undefined> {
    const inside = await loadInside().catch(() => undefined);
    const found = inside && tryNative('reading', () => inside.nativeStorage.getItem(fullName(key)));
    return typeof found === 'string' && found !== '' ? found : undefined;
  },
  async drop(key: string): Promise<void> {
    const inside = await loadInside().catch(() => undefined);
    if (inside !== undefined) tryNative('removing', () => inside.nativeStorage.removeItem(fullName(key)));
  },
};

function withNative(what: string, work: (storage: Inside['nativeStorage']) => void): void {
  void loadInside().then(
    ({ nativeStorage }) => {
      tryNative(what, () => work(nativeStorage));
    },
    () => undefined,
  );
}

export const phoneStorage: PhoneStorage = {
  peek: (key) => memory.get(key),
  async read(key) {
    if (memory.has(key)) return memory.get(key);
    const inside = await loadInside().catch(() => undefined);
    if (inside === undefined) return memory.get(key);
    const found = tryNative('reading', () => inside.nativeStorage.getItem(fullName(key)));
    // Written meanwhile: that is newer than what the phone had.
    if (memory.has(key)) return memory.get(key);
    const text = typeof found === 'string' && found !== '' ? found : undefined;
    memory.set(key, text);
    return text;
  },
  write(key, text) {
    memory.set(key, text);
    withNative('writing', (storage) => storage.setItem(fullName(key), text));
  },
  remove(key) {
    memory.set(key, undefined);
    withNative('removing', (storage) => storage.removeItem(fullName(key)));
  },
};

/** As if the app had just been opened: after everything was wiped, and in tests. */
export function forgetMemory(): void {
  memory.clear();
}

/**
 * The same in the page's own storage, readable before the first paint. Zalo does not promise to keep it, and other mini
 * apps can read it: a copy of preferences and nothing else.
 */
export function memoryOf(key: string): { read(): string | undefined; write(text: string): void } {
  return {
    read() {
      try {
        return window.localStorage.getItem(fullName(key)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(text) {
      try {
        window.localStorage.setItem(fullName(key), text);
      } catch {
        // No room or not allowed: Zalo's own storage still has it.
      }
    },
  };
}
