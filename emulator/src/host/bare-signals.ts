import type { HostSignal } from '../native/host-signal.ts';
import { CONTROL_PREFIX } from '../native/protocol.ts';
import type { MiniAppHandle } from '../native/surroundings.ts';

/** The address inside the app of a link to it, or null when it leads elsewhere. */
export function pathOfLink(url: string, appId: string): string | null {
  const found = /^https?:\/\/[^/]+\/(?:s|zapps)\/(\d+)(\/[^#]*|\?[^#]*)?/.exec(url);
  if (found === null || found[1] !== appId) return null;
  const rest = found[2] ?? '/';
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** What Zalo tells a running app when a link to it is tapped. */
export const openAppEvent = (appId: string, path: string): { name: string; data: { url: string } } => ({
  name: 'h5.event.open.mp',
  data: { url: `https://h5.zdn.vn/zapps/${appId}${path}` },
});

/** A bare page has no phone to listen for it: it hears control by itself, once it has loaded. */
export function listenWithoutPhone(handle: MiniAppHandle, appId: string): void {
  const openApp = (path: string): void => {
    const event = openAppEvent(appId, path);
    handle.emit(event.name, event.data);
  };
  const obey = (signal: HostSignal): void => {
    if (signal.kind === 'network') handle.setNetwork(signal.network);
    if (signal.kind === 'open-app') openApp(signal.path);
    if (signal.kind === 'open-link') {
      const path = pathOfLink(signal.url, appId);
      if (path !== null) openApp(path);
    }
    if (signal.kind === 'minimise') handle.emit('h5.event.paused', {});
    if (signal.kind === 'resume') handle.emit('h5.event.resumed', {});
    if (signal.kind === 'close-browser') handle.emit('h5.event.webview.close', {});
  };
  window.addEventListener('load', () => {
    const source = new EventSource(`${CONTROL_PREFIX}/phones/${encodeURIComponent(handle.phoneId)}/events`);
    source.addEventListener('message', (event) => obey(JSON.parse(String(event.data)) as HostSignal));
  });
}
