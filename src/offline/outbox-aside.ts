import type { OutboxItem } from './outbox-item';

interface Waiting<Content> {
  item: OutboxItem;
  content: Content;
}

/**
 * What an outbox has in memory only (no room on the phone, or no key yet) when somebody else takes the phone: unseen and unsent
 * until a key of its owner is there again. Whose it is nobody knows where no key ever was: that is never shown again, and goes
 * with the app, as was said when it was put down.
 */
export function createAside<Content>() {
  const owners = new Map<string, string>();
  const waiting = new Map<string, Waiting<Content>>();
  return {
    /** The owner's name for a key, as the seal has it. */
    own: (id: string, owner: string): void => void owners.set(id, owner),
    /** Whatever was under way is to be begun again: the server knows by its id what has come already. */
    put(item: OutboxItem, content: Content): void {
      const state = item.state.state === 'sending' ? ({ state: 'waiting', error: undefined } as const) : item.state;
      waiting.set(item.id, { item: { ...item, state }, content });
    },
    /** It has arrived meanwhile. */
    drop: (id: string): void => void waiting.delete(id),
    holds: (): boolean => waiting.size > 0,
    /** Gives back what belongs to one of the keys that are there now. */
    back(present: readonly string[]): Waiting<Content>[] {
      const found = [...waiting.values()].filter(({ item: { id } }) => present.includes(owners.get(id) ?? ''));
      for (const { item } of found) waiting.delete(item.id);
      return found;
    },
    clear(): void {
      owners.clear();
      waiting.clear();
    },
  };
}
