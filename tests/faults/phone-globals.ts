import { setClock } from '#lib/clock';
import { exchange, phoneInHand, speed, type Phone } from './phone.ts';

/**
 * What a web view lends the app, for many phones in one process: whose it is, is known from who asks. Only the edges are
 * stood in for (network, timers, clock); everything behind them is the app itself.
 */
const nativeFetch = globalThis.fetch;
const nativeTimeout = globalThis.setTimeout;

/** The line in place of the origin that is built into the app. */
function throughLine(phone: Phone, address: string): string {
  const { pathname, search } = new URL(address);
  return phone.line.url + pathname + search;
}

async function phoneFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const phone = phoneInHand();
  if (phone === undefined) return nativeFetch(input, init);
  const request = new Request(input, init);
  const { method, headers } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  const signal = init?.signal ?? null;
  return exchange(phone, `${method} ${new URL(request.url).pathname}`, () =>
    nativeFetch(throughLine(phone, request.url), { method, headers, signal, ...(body?.byteLength ? { body } : {}) }),
  );
}

/** As much of XMLHttpRequest as the upload library uses, over the phone's line. */
class LineRequest {
  status = 0;
  responseText = '';
  readonly upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload: (() => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  readonly #phone = phoneInHand();
  readonly #sent = new Headers();
  readonly #control = new AbortController();
  #method = 'GET';
  #address = '';
  #got = new Headers();

  open(method: string, address: string): void {
    [this.#method, this.#address] = [method, address];
  }
  setRequestHeader(name: string, value: string): void {
    this.#sent.set(name, value);
  }
  getResponseHeader(name: string): string | null {
    return this.#got.get(name);
  }
  abort(): void {
    this.onload = null;
    this.onerror = null;
    this.#control.abort();
  }
  send(body: Blob | null): void {
    void this.#exchange(body).then(
      () => this.onload?.(),
      (error: unknown) => this.onerror?.(error),
    );
  }
  async #exchange(blob: Blob | null): Promise<void> {
    const phone = this.#phone;
    if (phone === undefined) throw new Error('a request of no phone');
    const body = blob === null ? undefined : await blob.arrayBuffer();
    const { signal } = this.#control;
    const request = { method: this.#method, headers: this.#sent, signal, ...(body === undefined ? {} : { body }) };
    const what = `${this.#method} ${new URL(this.#address).pathname}`;
    const response = await exchange(phone, what, () => nativeFetch(throughLine(phone, this.#address), request));
    this.responseText = await response.text();
    this.#got = response.headers;
    const loaded = body?.byteLength ?? 0;
    if (loaded > 0) this.upload.onprogress?.({ lengthComputable: true, loaded, total: loaded });
    this.status = response.status;
  }
}

function phoneTimeout(work: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]): NodeJS.Timeout {
  const phone = phoneInHand();
  if (phone === undefined) return nativeTimeout(work, ms, ...rest);
  return nativeTimeout(() => {
    if (!phone.isDead) work(...rest);
  }, ms / speed);
}

/** Puts the stand-ins in place; before the app's code is loaded, and for good. */
export function installPhoneGlobals(window: Window): void {
  const { navigator } = window;
  Object.defineProperty(navigator, 'onLine', { get: () => phoneInHand()?.isOnline ?? true });
  const lent = { XMLHttpRequest: LineRequest, Blob: globalThis.Blob, File: globalThis.File };
  Object.assign(window, lent);
  const here = { window, document: window.document, ...lent, fetch: phoneFetch, setTimeout: phoneTimeout };
  for (const [name, value] of Object.entries({ ...here, navigator })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const began = performance.now();
  const at = Date.parse('2026-11-25T03:00:00Z');
  setClock({ now: () => new Date(at + (performance.now() - began) * speed) });
}
