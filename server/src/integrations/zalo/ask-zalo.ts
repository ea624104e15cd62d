import { readAnswer } from '#core/read-answer';

/** Zalo did not give an answer one can read. */
export class ZaloSilent extends Error {
  override readonly name = 'ZaloSilent';

  constructor(
    /**
     * `never`: the request did not leave us. `unlikely`: a gateway says no, or that it is in trouble; it may have passed the request
     * on before. `unknown`: it may have been carried out.
     */
    readonly carriedOut: 'never' | 'unlikely' | 'unknown',
    cause: unknown,
  ) {
    super('Zalo gave no readable answer', { cause });
  }
}

const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function wasSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return !(cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && NOT_SENT.has(cause.code));
}

/** Zalo numbers its errors, some clouds as text. */
const isCode = (said: unknown): boolean => Number.isInteger(said) || (typeof said === 'string' && /^-?\d+$/.test(said));

/** Something in front of Zalo may speak JSON too: `{"message":"no healthy upstream"}` with 503 must not read as success. */
function isZalos({ ok }: Response, body: unknown): body is Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const said = (body as { error?: unknown }).error ?? 0;
  return isCode(said) && (ok || Number(said) !== 0);
}

/**
 * One request to one of Zalo's clouds. They answer 200 with `error` in the body, so the caller reads that; anything that is
 * not their JSON is `ZaloSilent`. Never repeated here: many of their calls may be made only once.
 */
export async function askZalo(url: string, init: RequestInit, timeoutMs: number): Promise<Record<string, unknown>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    text = await readAnswer(response);
  } catch (error) {
    throw new ZaloSilent(wasSent(error) ? 'unknown' : 'never', error);
  }
  try {
    const body: unknown = JSON.parse(text);
    if (isZalos(response, body)) return body;
  } catch {
    // Zalo's own envelope is JSON; a page from a gateway in front of it is not.
  }
  throw new ZaloSilent(response.ok ? 'unknown' : 'unlikely', new Error(`HTTP ${response.status}, not Zalo’s JSON`));
}

/** Zalo's `error`: 0 or absent is success. */
export function errorCodeOf(body: Record<string, unknown>): number {
  return Number(body['error'] ?? 0);
}

/** Whether it says how it went at all; clouds that carry messages always do. */
export const saysHowItWent = (body: Record<string, unknown>): boolean => (body['error'] ?? null) !== null;
