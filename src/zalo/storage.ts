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

/** For tests: as if the app had just been opened. */
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
