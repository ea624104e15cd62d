import { AppError, type AppErrorKind } from '../../src/lib/app-error';
import { randomSecret } from '../../src/lib/random';
import { createOutbox, type Outbox } from '../../src/offline/outbox';
import type { AnyOutboxKind, Arrival, Delivery } from '../../src/offline/outbox-kind';
import { createShelf } from '../../src/offline/outbox-shelf';

type Met = AppErrorKind | ((delivery: Delivery<unknown>) => Promise<Arrival>);

const wordsOf = (content: unknown): string => (content as { words: string }).words;

/** A phone whose storage is a map, with an outbox of one kind; nothing in it waits for anything but a test's clock. */
export function createOutboxPhone() {
  let count: string | undefined;
  const phone = {
    arrival: {
      at: '2026-11-26T03:00:00.000Z',
      code: 'PA-261126-0001',
      about: 'r-1',
      refusedFiles: 0,
    } satisfies Arrival,
    /** What each thing meets, by its words; nothing said: it arrives. */
    meets: new Map<string, Met>(),
    tried: [] as string[],
    sent: [] as Delivery<unknown>[],
    keys: [randomSecret()] as readonly string[] | Error,
    keysAsked: 0,
    storage: new Map<string, string>(),
    /** Longest text the storage takes. */
    room: Infinity,
    kind: {
      name: 'report',
      version: 1,
      migrate: (content: unknown): unknown => content,
      title: wordsOf,
      deliver(delivery: Delivery<unknown>): Promise<Arrival> {
        const words = wordsOf(delivery.content);
        phone.tried.push(words);
        phone.sent.push(delivery);
        const met = phone.meets.get(words);
        if (met === undefined) return Promise.resolve(phone.arrival);
        return typeof met === 'string' ? Promise.reject(new AppError(met)) : met(delivery);
      },
    } satisfies AnyOutboxKind,
    /** The app, opened anew: nothing of it is left but what the storage has. */
    openApp(kinds?: Record<string, () => Promise<AnyOutboxKind>>): Outbox {
      return createOutbox({
        kinds: kinds ?? { report: () => Promise.resolve(phone.kind) },
        readKeys() {
          phone.keysAsked += 1;
          return phone.keys instanceof Error ? Promise.reject(phone.keys) : Promise.resolve(phone.keys);
        },
        shelf: createShelf({
          storage: {
            keep(key, text) {
              if (text.length > phone.room) return Promise.resolve('full');
              phone.storage.set(key, text);
              return Promise.resolve('kept');
            },
            find: (key) => Promise.resolve(phone.storage.get(key)),
            drop: (key) => Promise.resolve(void phone.storage.delete(key)),
          },
          witness: { read: () => count, write: (text) => void (count = text) },
        }),
      });
    },
    /** With its keys there already. */
    async openWithKeys(): Promise<Outbox> {
      const box = phone.openApp();
      await box.prepare();
      return box;
    },
  };
  return phone;
}

export const say = (words: string, files: File[] = []) => ({ content: { words }, files });
export const photoOf = (size: number): File => new File(['x'.repeat(size)], 'anh.jpg', { type: 'image/jpeg' });
export const statesOf = (box: Outbox) => box.items.get().map(({ state: { state } }) => state);
