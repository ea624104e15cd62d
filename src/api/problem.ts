import type { Problem, ProblemCode } from '@dvc/contract';
import { AppError, type AppErrorKind } from '#lib/app-error';

const kinds: Record<ProblemCode, AppErrorKind> = {
  'session-missing': 'session',
  'session-expired': 'session',
  'level-too-low': 'level',
  'login-too-old': 'forbidden',
  forbidden: 'forbidden',
  'zalo-refused': 'session',
  'zalo-unavailable': 'busy',
  'identity-unavailable': 'busy',
  'step-up-expired': 'conflict',
  'step-up-foreign': 'forbidden',
  'not-found': 'missing',
  invalid: 'invalid',
  'draft-conflict': 'conflict',
  'draft-sent': 'conflict',
  'idempotency-conflict': 'conflict',
  'file-refused': 'invalid',
  'file-offset': 'conflict',
  'transition-refused': 'conflict',
  'payment-open': 'conflict',
  'already-paid': 'conflict',
  'payment-unavailable': 'busy',
  'question-moved': 'conflict',
  'slot-taken': 'conflict',
  'already-booked': 'conflict',
  'booking-fixed': 'conflict',
  'too-large': 'invalid',
  'unsupported-media-type': 'bug',
  'bad-request': 'bug',
  'too-many-requests': 'busy',
  'storage-full': 'busy',
  'server-busy': 'busy',
  'server-error': 'server',
};

/** Worth repeating without the person doing anything. */
const passing: readonly ProblemCode[] = ['zalo-unavailable', 'identity-unavailable', 'server-busy', 'server-error'];

function isProblem(body: unknown): body is Problem {
  const code = (body as Partial<Problem> | null | undefined)?.code;
  return typeof code === 'string' && code in kinds;
}

/** Sentences for single codes; whoever never meets a refusal never fetches them. Without them, the kind's words serve. */
async function wordsFor(code: ProblemCode): Promise<AppError['words']> {
  try {
    return (await import('./problem-words')).problemWords[code] ?? undefined;
  } catch {
    return undefined;
  }
}

/** A refusal of the server, in our vocabulary. What is no problem document of ours is a gateway's page: `server`. */
export async function fromAnswer(status: number, body: unknown): Promise<AppError> {
  if (!isProblem(body)) {
    return new AppError(status === 503 || status === 429 ? 'busy' : 'server', {
      code: `http-${String(status)}`,
      retry: status >= 500,
    });
  }
  const { code, requestId, retryAfter, errors } = body;
  return new AppError(kinds[code], {
    code,
    requestId,
    retryAfter,
    retry: passing.includes(code),
    fields: errors,
    words: await wordsFor(code),
    problem: body,
  });
}

/** A good status with something else in it: a captive portal, a proxy, half an answer. */
export function wrongShape(): AppError {
  return new AppError('server', { code: 'wrong-shape', retry: true });
}

/** No answer at all. A reset connection with network is the server's trouble, not the person's. */
export function fromNetwork(cause: unknown): AppError {
  if (navigator.onLine) return new AppError('server', { code: 'no-answer', retry: true, cause });
  return new AppError('offline', { retry: false, cause });
}

export function tooSlow(): AppError {
  return new AppError('timeout', { retry: true });
}

/** The problem document an error was made from, for what only some codes carry (the server's draft, the dossier). */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof AppError && isProblem(error.problem) ? error.problem : undefined;
}
