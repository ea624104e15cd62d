import type { Connection } from './connection.ts';
import { sizeOf } from './connection.ts';

/** A port no browser will open: the request fails at once, the way it fails without a network. */
const NOWHERE = 'http://127.0.0.1:9/';

interface Opened {
  method: string;
  timer: number | null;
  stopListening: (() => void) | null;
}

/** XMLHttpRequest that goes where `rewrite` says, over a connection that may be slow or dead. */
export function installXhr(connection: Connection, rewrite: (url: string) => string): void {
  const { open, send, abort } = XMLHttpRequest.prototype;
  const opened = new WeakMap<XMLHttpRequest, Opened>();
  type Body = Document | XMLHttpRequestBodyInit | null;

  const failLikeDeadNetwork = (xhr: XMLHttpRequest, method: string): void => {
    open.call(xhr, method, NOWHERE, true);
    send.call(xhr, null);
  };
  const settle = (xhr: XMLHttpRequest): void => {
    const state = opened.get(xhr);
    if (state === undefined) return;
    if (state.timer !== null) window.clearTimeout(state.timer);
    state.stopListening?.();
    state.timer = null;
    state.stopListening = null;
  };

  XMLHttpRequest.prototype.open = function (
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    isAsync: boolean = true,
    user?: string | null,
    password?: string | null,
  ): void {
    settle(this);
    opened.set(this, { method, timer: null, stopListening: null });
    open.call(this, method, rewrite(String(url)), isAsync, user ?? null, password ?? null);
  };

  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body?: Body): void {
    const state = opened.get(this);
    if (state === undefined) return send.call(this, body ?? null);
    if (connection.isDead()) return failLikeDeadNetwork(this, state.method);
    // Opening anew drops the running request without an `abort` event: the page sees `error`, as on a dead line.
    state.stopListening = connection.onChange((network) => {
      if (network !== 'none') return;
      settle(this);
      if (this.readyState !== XMLHttpRequest.DONE) failLikeDeadNetwork(this, state.method);
    });
    this.addEventListener('loadend', () => settle(this), { once: true });
    const delay = connection.delayFor(sizeOf(body));
    if (delay === 0) return send.call(this, body ?? null);
    state.timer = window.setTimeout(() => {
      state.timer = null;
      send.call(this, body ?? null);
    }, delay);
    return undefined;
  };

  XMLHttpRequest.prototype.abort = function (this: XMLHttpRequest): void {
    settle(this);
    abort.call(this);
  };
}
