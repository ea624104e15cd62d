import type { ScriptedAnswer } from '../native/prompts.ts';
import type { PromptKind } from '../native/prompts.ts';
import { NATIVE_PREFIX } from '../native/protocol.ts';
import type { NativeCallRecord } from '../native/protocol.ts';

/** Browsers refuse to outlive a page with more than 64 KiB on the way; a letter may be three bytes. */
const KEEPALIVE_CHARACTERS = 20_000;

/** Zalo's private line from this phone to its cloud. Works through the untouched `fetch`: it is not the app's traffic. */
export class PhoneLine {
  readonly #base: string;
  readonly #fetch: typeof fetch;
  #calls: NativeCallRecord[] = [];
  #timer: number | null = null;

  constructor(phoneId: string, realFetch: typeof fetch) {
    this.#base = `${NATIVE_PREFIX}/${encodeURIComponent(phoneId)}`;
    this.#fetch = realFetch;
    window.addEventListener('pagehide', () => this.#flush());
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    const text = JSON.stringify(body);
    const response = await this.#fetch(`${this.#base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
      keepalive: text.length < KEEPALIVE_CHARACTERS,
    });
    return (await response.json()) as T;
  }

  async consents(): Promise<Record<string, boolean>> {
    const response = await this.#fetch(`${this.#base}/consents`);
    return (await response.json()) as Record<string, boolean>;
  }

  async scriptedAnswer(kind: PromptKind): Promise<ScriptedAnswer | null> {
    return (await this.post<{ answer: ScriptedAnswer | null }>('scripted-answer', { kind })).answer;
  }

  /** Told in batches: one request a call would weigh on what benches measure. */
  record(call: NativeCallRecord): void {
    this.#calls.push(call);
    this.#timer ??= window.setTimeout(() => this.#flush(), 200);
  }

  #flush(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#timer = null;
    const calls = this.#calls;
    this.#calls = [];
    if (calls.length > 0) void this.post('calls', { calls }).catch(() => undefined);
  }
}
