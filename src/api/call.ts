import type { OperationId } from '@dvc/contract';
import { isAppError, type AppError } from '#lib/app-error';
import { loadCode } from '#lib/load-code';
import { pause } from '#lib/time-limit';
import type { AnyInput, InputArguments, OperationOutput } from './operation-types';
import { operation, type OperationRow } from './operations';
import { fromAnswer, fromNetwork, tooSlow, wrongShape } from './problem';
import { sessionSource } from './session-token';

const timeLimitMs = 15_000;
/** Before the second and the third attempt at a read. */
const pausesMs = [400, 1_500];
const longestPauseMs = 5_000;

// Home stands without it, and what asks the server waits for more than this.
const bringExchange = () => import('./exchange');

function looksRight({ answer: keys }: OperationRow, answer: unknown): boolean {
  if (keys.length === 0) return true;
  return typeof answer === 'object' && answer !== null && keys.every((key) => key in answer);
}

async function once(row: OperationRow, input: AnyInput, token: string | undefined): Promise<unknown> {
  const { exchange } = await loadCode(bringExchange).catch((error: unknown) => Promise.reject(fromNetwork(error)));
  const control = new AbortController();
  const timer = setTimeout(() => {
    control.abort();
  }, timeLimitMs);
  try {
    const { data, error, response } = await exchange(row, input, token, control.signal);
    if (!response.ok) throw await fromAnswer(response.status, error);
    if (!looksRight(row, data)) throw wrongShape();
    return row.answer.length === 0 ? undefined : data;
  } catch (error) {
    if (isAppError(error)) throw error;
    if (control.signal.aborted) throw tooSlow();
    // A body that is no JSON where JSON was promised; openapi-fetch lets the parser's error through.
    if (error instanceof SyntaxError) throw wrongShape();
    throw fromNetwork(error);
  } finally {
    clearTimeout(timer);
  }
}

function pauseBefore(attempt: number, error: AppError): number {
  const asked = error.retryAfter === undefined ? undefined : error.retryAfter * 1000;
  return Math.min(asked ?? pausesMs[attempt] ?? longestPauseMs, longestPauseMs);
}

/** Calls an operation of the contract. Reads are repeated quietly; whatever else fails is for the person to repeat. */
export async function callOperation<Id extends OperationId>(
  id: Id,
  ...[input]: InputArguments<Id>
): Promise<OperationOutput<Id>> {
  const row = await operation(id);
  const { access, method } = row;
  let token = access === 0 ? undefined : await sessionSource().token();
  let renewed = false;
  for (let attempt = 0; ;) {
    try {
      return (await once(row, input ?? {}, token)) as OperationOutput<Id>;
    } catch (error) {
      if (!isAppError(error)) throw error;
      // Not `zalo-refused`: a phone token is spent by then, and repeating would spend the person's patience too.
      if (error.code === 'session-expired' && token !== undefined && !renewed) {
        renewed = true;
        token = await sessionSource().renew(token);
        continue;
      }
      if (error.kind === 'level') sessionSource().levelDoubted();
      if (method !== 'get' || !error.retry || attempt >= pausesMs.length) throw error;
      await pause(pauseBefore(attempt, error));
      attempt += 1;
    }
  }
}
