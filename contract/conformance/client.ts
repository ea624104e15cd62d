import { setTimeout as wait } from 'node:timers/promises';

export interface Request {
  method: string;
  /** Path with query, from the base address. */
  url: string;
  token?: string | undefined;
  headers?: Readonly<Record<string, string>>;
  /** Sent as it is when it is a text or bytes, else as JSON. */
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Headers;
  mediaType: string;
  text: string;
  /** Undefined when the body is no JSON. */
  json: unknown;
}

/** One refusal for asking too often. */
export interface Slowing {
  request: string;
  retryAfter: string | null;
  answer: Answer;
}

/** Longest wait for a limit to pass, seconds. */
const PATIENCE_S = 70;
const TIMEOUT_MS = 30_000;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Asks a server as the phone does: always from an origin, never following redirections, patient with limits. */
export class Client {
  readonly slowed: Slowing[] = [];
  asked = 0;

  constructor(
    private readonly baseUrl: string,
    readonly origin: string,
  ) {}

  async ask(request: Request, { patient = true } = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.#once(request);
      if (answer.status !== 429 || !patient) return answer;
      const retryAfter = answer.headers.get('retry-after');
      this.slowed.push({ request: `${request.method} ${request.url}`, retryAfter, answer });
      const seconds = Number(retryAfter ?? NaN);
      if (!(seconds > 0 && seconds <= PATIENCE_S)) return answer;
      await wait(seconds * 1000);
    }
  }

  async #once({ method, url, token, headers, body }: Request): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    this.asked += 1;
    const response = await fetch(this.baseUrl + url, {
      method: method.toUpperCase(),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        origin: this.origin,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const mediaType = (response.headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase();
    return { status: response.status, headers: response.headers, mediaType, text, json: readJson(text) };
  }
}
