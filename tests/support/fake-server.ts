// It comes late on a phone; under a false clock nobody would wait for it.
import '../../src/api/exchange';

/** Answers `fetch` in tests in jsdom: Zalo's token exchange by itself, the province's server as the test says. */

export interface Asked {
  method: string;
  /** Path and query on the province's server. */
  path: string;
  body: unknown;
  headers: Headers;
}

/** A promise: answered when the test says so. */
type Answer = Response | Promise<Response> | Error | 'silence' | object;
type Answering = (asked: Asked) => Answer | undefined;

export interface FakeServer {
  /** What was asked of the province's server, in order. */
  asked: Asked[];
  /** Later rules come first; the last rule for `'GET /session'` wins. */
  on: (what: string, answer: Answer | Answering) => void;
  /** Breaks the connections that were left without an answer; whoever asks after that has no network. */
  close: () => void;
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export const problem = (status: number, code: string, more: object = {}): Response =>
  new Response(
    JSON.stringify({ type: `urn:problem:${code}`, title: code, status, code, requestId: 'req-1', ...more }),
    {
      status,
      headers: { 'content-type': 'application/problem+json' },
    },
  );

export const person = {
  zaloName: null as string | null,
  phone: null as string | null,
  fullName: null as string | null,
  idNumber: null as string | null,
  linkedAt: null as string | null,
};

/** A session as the server would give it to somebody at this level. */
export function session(level: 0 | 1 | 2, more: { token?: string; unread?: number } = {}): object {
  const contact = { ...person, zaloName: 'Mai', phone: '0987 ••• 214' };
  const citizen = {
    ...contact,
    fullName: 'Nguyễn Thị Thu Mai',
    idNumber: '•••• •••• 4821',
    linkedAt: '2026-11-20T03:00:00Z',
  };
  return {
    token: more.token ?? `token-at-${String(level)}`,
    expiresAt: '2026-11-23T10:00:00Z',
    level,
    person: [person, contact, citizen][level],
    unread: more.unread ?? 0,
  };
}

/** Replaces `fetch` for one test. What no rule answers is an error, as without network. */
export function installFakeServer(origin = 'https://smart.tayninh.example'): FakeServer {
  const rules: [what: string, answer: Answer | Answering][] = [];
  const held: ((reason: Error) => void)[] = [];
  const over = new TypeError('the test is over');
  let closed = false;
  const fake: FakeServer = {
    asked: [],
    on: (what, answer) => void rules.unshift([what, answer]),
    close: () => {
      closed = true;
      for (const reject of held) reject(over);
    },
  };

  async function readAsked(request: Request): Promise<Asked> {
    const text = await request.clone().text();
    const url = new URL(request.url);
    return {
      method: request.method,
      path: url.pathname + url.search,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      headers: request.headers,
    };
  }

  function settle(answer: Answer | undefined, what: string, signal: AbortSignal | null | undefined): Promise<Response> {
    if (answer === 'silence') {
      return new Promise((_, reject) => {
        held.push(reject);
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    }
    if (answer === undefined) return Promise.reject(new TypeError(`nobody answers ${what}`));
    if (answer instanceof Promise) return answer;
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(answer instanceof Response ? answer.clone() : json(answer));
  }

  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, { ...init, signal: null });
    if (request.url.includes('/openapi/access_token')) {
      return json({ access_token: 'zalo-access-token', refresh_token: 'r', expires_in: 3600 });
    }
    if (!request.url.startsWith(origin)) throw new TypeError(`no network in tests: ${request.url}`);
    const asked = await readAsked(request);
    if (closed) throw over;
    fake.asked.push(asked);
    const what = `${asked.method} ${asked.path.replace(/\?.*/, '')}`;
    const rule = rules.find(([name]) => name === what)?.[1];
    return settle(typeof rule === 'function' ? (rule as Answering)(asked) : rule, what, init?.signal);
  };
  return fake;
}
