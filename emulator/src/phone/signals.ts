import type { HostSignal } from '../native/host-signal.ts';
import { CONTROL_PREFIX } from '../native/protocol.ts';

/** Calls `obey` for everything control, the clouds or another page have to say to this phone. */
export function listenForSignals(phoneId: string, obey: (signal: HostSignal) => void): void {
  const source = new EventSource(`${CONTROL_PREFIX}/phones/${encodeURIComponent(phoneId)}/events`);
  source.addEventListener('message', (event) => obey(JSON.parse(String(event.data)) as HostSignal));
}
