import { note } from '#lib/log';
import { loadInside, type Inside } from './load';

/** What Zalo tells us by itself, in our words. */
export interface ZaloEvents {
  /** A link led into the app while it was open: the path after /zapps/<APP_ID>, as it came; not to be trusted. */
  linkOpened: { path: string };
  resumed: undefined;
  paused: undefined;
  webviewClosed: undefined;
  networkChanged: undefined;
}

type Name = keyof ZaloEvents;
type Watcher = (detail: never) => void;

const watchers: Record<Name, Set<Watcher>> = {
  linkOpened: new Set(),
  resumed: new Set(),
  paused: new Set(),
  webviewClosed: new Set(),
  networkChanged: new Set(),
};

let listening: Promise<void> | undefined;

function tell<Event extends Name>(name: Event, detail: ZaloEvents[Event]): void {
  for (const watcher of [...watchers[name]]) (watcher as (detail: ZaloEvents[Event]) => void)(detail);
}

/** The SDK cannot take a listener away again, so each event gets exactly one, for ever. */
function listen({ events, EventName }: Inside): void {
  events.on(EventName.OpenApp, (detail: unknown) => {
    const { path } = (detail ?? {}) as { path?: unknown };
    if (typeof path === 'string') tell('linkOpened', { path });
  });
  events.on(EventName.AppResumed, () => tell('resumed', undefined));
  events.on(EventName.AppPaused, () => tell('paused', undefined));
  events.on(EventName.WebviewClosed, () => tell('webviewClosed', undefined));
  events.on(EventName.NetworkChanged, () => tell('networkChanged', undefined));
}

/** Watches one event; answers the way to stop. Fetches the SDK if it is not here yet. */
export function onZaloEvent<Event extends Name>(name: Event, watcher: (detail: ZaloEvents[Event]) => void): () => void {
  watchers[name].add(watcher);
  listening ??= loadInside().then(listen, (error: unknown) => {
    listening = undefined;
    note('Zalo events not available', error);
  });
  return () => {
    watchers[name].delete(watcher);
  };
}
