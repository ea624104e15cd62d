import { rightCaller } from './callers.ts';
import type { Answer } from './client.ts';
import type { Operation } from './contract-document.ts';
import { fromThePhone, originFaults } from './check-cors.ts';
import { codeOf, faultsOf } from './judge.ts';
import { requestFor } from './requests.ts';
import type { Run } from './run.ts';

/** Acts after which the citizen is no longer who they were: last of all, in this order. */
const LAST = ['unlinkIdentity', 'withdrawPhoneConsent', 'endSession'];
/** Never made up: only when a sample request names it. */
const ONLY_WHEN_ASKED = ['eraseMe'];

const reads = ({ method }: Operation): boolean => method === 'get' || method === 'head';

/** Reading first, then what makes things, then what ends them. */
export function inOrder(operations: readonly Operation[]): Operation[] {
  const when = (operation: Operation): number => {
    if (LAST.includes(operation.id)) return 10 + LAST.indexOf(operation.id);
    if (reads(operation)) return 0;
    return operation.method === 'delete' ? 2 : 1;
  };
  return [...operations].sort((a, b) => when(a) - when(b));
}

/** A success as the contract has it, or a refusal the contract has a line for. */
const isDeclared = (operation: Operation, { status }: Answer): boolean =>
  status < 300 || operation.responses.has(String(status));

async function checkConditional(run: Run, operation: Operation, answer: Answer): Promise<void> {
  const promised = operation.responses.has('304');
  const etag = answer.headers.get('etag');
  if (!promised && etag === null) return;
  if (etag === null) return run.tally.found(operation.id, 'conditional', ['304 is promised, but there is no ETag']);
  const caller = rightCaller(operation, run.options);
  const token = 'token' in caller ? caller.token : undefined;
  const again = await run.client.ask({
    ...{ method: operation.method, token, headers: { 'if-none-match': etag } },
    url: run.lastUrl.get(operation.id) ?? operation.path,
  });
  const same = again.status === 304 && again.text === '';
  run.tally.found(
    operation.id,
    'conditional',
    same ? [] : [`an ETag is given, but asked again by it: ${again.status}`],
  );
}

async function checkAnswer(run: Run, operation: Operation): Promise<void> {
  const { client, options, tally, things } = run;
  // Whatever goes out with a key was answered while it was sent twice.
  if (tally.outcomes.some(({ operation: id, check }) => id === operation.id && check === 'answer')) return;
  const skip = (needs: string): void => tally.notRun(operation.id, 'answer', needs);
  if (!reads(operation) && !options.writes) return skip('leave to change something (--writes)');
  const make = options.madeAtOnce?.[operation.id];
  if (ONLY_WHEN_ASKED.includes(operation.id) && !make && !options.fixtures.requests?.[operation.id])
    return skip('to be asked for (requests in --fixtures)');
  const caller = rightCaller(operation, options);
  if ('needs' in caller) return skip(caller.needs);
  const sample = make ? await make() : options.fixtures.requests?.[operation.id];
  const found = make ? { values: { ...sample?.path } } : await things.fill(operation);
  if ('needs' in found) return skip(`${found.needs} (things in --fixtures)`);

  const request = requestFor(operation, found.values, sample);
  run.lastUrl.set(operation.id, request.url);
  const answer = await client.ask({ ...request, token: caller.token });
  const faults = faultsOf(operation, answer);
  if (fromThePhone(operation)) tally.found(operation.id, 'cors', originFaults(answer, client.origin));
  if (faults.length > 0) return tally.found(operation.id, 'answer', faults);
  if (isDeclared(operation, answer)) {
    tally.found(operation.id, 'answer', []);
    return reads(operation) ? checkConditional(run, operation, answer) : undefined;
  }
  const said = `${answer.status} ${codeOf(answer)}`.trim();
  if (sample) return tally.found(operation.id, 'answer', [`the sample request was refused: ${said}`]);
  if (answer.status === 401 || answer.status === 403) {
    return tally.found(operation.id, 'answer', [`who may call was refused: ${said}`]);
  }
  skip(`a request the server accepts (requests in --fixtures); one made from the contract was answered ${said}`);
}

/** Every operation once, by somebody who may, as the contract wants it. */
export async function checkAnswers(run: Run): Promise<void> {
  for (const operation of inOrder(run.operations)) await checkAnswer(run, operation);
}
