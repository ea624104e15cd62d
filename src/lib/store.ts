/** A value outside React that can be watched; `get` keeps the same reference until something changes. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(watcher: (value: Value) => void): () => void;
}

export function createStore<Value>(first: Value): Store<Value> {
  let current = first;
  const watchers = new Set<(value: Value) => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const watcher of [...watchers]) watcher(value);
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}
