import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import type { TestPhone } from '../../server/test/support/test-phone.ts';
import { undocumented } from '../../server/test/support/contract-answers.ts';

type Asking = ConstructorParameters<typeof TestPhone>[0];

/** As a test phone asks. */
interface Injected {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  payload?: object;
}

/** What people see of the server, watched: each answer in time, and as the contract says. */
export interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

export interface Seen {
  /** 0: the line broke. */
  status: number;
  headers: Headers;
  text: string;
}

/** Everything is answered within this: two of the server's longest limits (20 s for a database that is silent) never meet in one request. */
export const MOST_MS = 30_000;
/** What nobody has answered by then never will be. */
const GIVE_UP_MS = 90_000;

const paths = Object.entries(operationTable)
  .map(([id, { method, path }]) => ({
    id: id as OperationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    named: path.split('{').length,
  }))
  // What is written out goes before what fits, too.
  .sort((one, other) => one.named - other.named);

const operationAt = (method: string, path: string): OperationId | undefined =>
  paths.find((one) => one.method === method && one.pattern.test(path.split('?')[0] ?? ''))?.id;

export interface Watch {
  ask: (asked: Asked) => Promise<Seen>;
  /** As much of Fastify's `inject` as a test phone uses. */
  inject: Asking;
  /** What must not have happened. */
  found: Set<string>;
  figures: { requests: number; slowestMs: number; slowest: string; answers: Record<string, number> };
}

/** `isAway`: the server is known not to be there. `during`: what goes on, for whoever reads what was found. */
export function watchServer(url: string, { isAway, during }: { isAway: () => boolean; during: () => string }): Watch {
  const found = new Set<string>();
  const figures = { requests: 0, slowestMs: 0, slowest: '', answers: {} as Record<string, number> };

  function judge(id: OperationId | undefined, { status, headers, text }: Seen, ms: number, method: string): void {
    figures.requests += 1;
    const said = /"code":"([\w-]+)"/.exec(text)?.[1] ?? '';
    const name = status >= 400 || status === 0 ? `${status} ${said}`.trim() : String(status);
    figures.answers[name] = (figures.answers[name] ?? 0) + 1;
    if (ms > figures.slowestMs) Object.assign(figures, { slowestMs: ms, slowest: `${id} during ${during()}` });
    const cry = (what: string): void => void found.add(`${what}: ${id} during ${during()}`);
    if (ms > MOST_MS) cry(`answered after ${Math.round(ms / 1000)} s`);
    if (status === 0) return;
    if (said === 'server-error' || status === 500) cry(`${status} ${said}`);
    const body = method === 'HEAD' ? undefined : text;
    const strange = id && undocumented(id, { status, contentType: headers.get('content-type') ?? '', body });
    if (strange !== undefined) cry(`not in the contract: ${strange.slice(0, 200)}`);
  }

  async function ask({ method, path, headers = {}, body }: Asked): Promise<Seen> {
    const wasAway = isAway();
    const began = performance.now();
    const id = operationAt(method, path);
    const sent = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
    const seen: Seen = await fetch(`${url}${path}`, { ...sent, signal: AbortSignal.timeout(GIVE_UP_MS) })
      .then(async (answer) => ({ status: answer.status, headers: answer.headers, text: await answer.text() }))
      .catch(() => ({ status: 0, headers: new Headers(), text: '' }));
    // Whoever comes while it is known not to be there gets no answer, and that is no figure of the server's.
    if (seen.status === 0 && (wasAway || isAway())) return seen;
    judge(id, seen, performance.now() - began, method);
    if (seen.status === 0) found.add(`no answer: ${id} during ${during()}`);
    return seen;
  }

  const inject = async ({ method, url: path = '/', headers, payload }: Injected) => {
    const {
      status,
      headers: got,
      text,
    } = await ask({
      method: method ?? 'GET',
      path,
      headers: { ...headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
      ...(payload ? { body: JSON.stringify(payload) } : {}),
    });
    return {
      statusCode: status,
      headers: Object.fromEntries(got),
      body: text,
      json: () => JSON.parse(text) as unknown,
    };
  };
  return { ask, inject: { inject } as unknown as Asking, found, figures };
}
