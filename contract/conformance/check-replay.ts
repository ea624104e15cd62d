import { randomUUID } from 'node:crypto';
import { rightCaller } from './callers.ts';
import type { Request } from './client.ts';
import type { Operation } from './contract-document.ts';
import { codeOf, faultsOf } from './judge.ts';
import { requestFor, sendsJson } from './requests.ts';
import type { Run } from './run.ts';

const KEY = 'Idempotency-Key';
const withoutKey = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== KEY.toLowerCase()));

async function replay({ client, options, tally, things }: Run, operation: Operation): Promise<void> {
  const skip = (needs: string): void => tally.notRun(operation.id, 'replay', needs);
  const caller = rightCaller(operation, options);
  if ('needs' in caller) return skip(caller.needs);
  if (!options.writes) return skip('leave to change something (--writes)');
  const make = options.madeAtOnce?.[operation.id];
  const sample = make ? await make() : options.fixtures.requests?.[operation.id];
  const found = make ? { values: { ...sample?.path } } : await things.fill(operation);
  if ('needs' in found) return skip(`${found.needs} (things in --fixtures)`);
  const request = requestFor(operation, found.values, sample);
  const send = (key: string, body: Request['body'] = request.body) =>
    client.ask({
      ...{ ...request, token: caller.token, headers: { ...withoutKey(request.headers), [KEY]: key } },
      ...(body === undefined ? {} : { body }),
    });

  const keyless = await client.ask({ ...request, token: caller.token, headers: withoutKey(request.headers) });
  const faults = faultsOf(operation, keyless);
  if (keyless.status !== 400) faults.push(`without a key: ${keyless.status} ${codeOf(keyless)}, not 400`);

  const { id } = (request.body ?? {}) as { id?: unknown };
  // Where the thing's own id is the key, it is the one that counts.
  const key = operation.id === 'sendReport' && typeof id === 'string' ? id : randomUUID();
  const first = await send(key);
  faults.push(...faultsOf(operation, first));
  if (first.status >= 300) {
    if (faults.length > 0) return tally.found(operation.id, 'replay', faults);
    return skip(`a request the server accepts (${first.status} ${codeOf(first)})`);
  }
  tally.found(operation.id, 'answer', faultsOf(operation, first));
  const second = await send(key);
  if (second.status !== first.status || second.text !== first.text) {
    faults.push(`the same request again was answered otherwise (${first.status}, then ${second.status})`);
  }
  if (sendsJson(operation)) {
    const body = request.body ?? {};
    const other = await send(key, { ...body, ...otherThan(body) });
    faults.push(...faultsOf(operation, other));
    if (other.status < 400) faults.push(`the same key with another body: ${other.status}, not refused`);
  }
  tally.found(operation.id, 'replay', faults);
}

/** One text of a body, changed. */
function otherThan(body: object): object {
  const [name, value] = Object.entries(body).find(([, one]) => typeof one === 'string') ?? [];
  return name === undefined ? { other: true } : { [name]: `${String(value)} x` };
}

/** What goes out with a key of its own is done once, however often it is sent. */
export async function checkReplays(run: Run): Promise<void> {
  const keyed = run.operations.filter(({ parameters }) => parameters.some(({ name }) => name === KEY));
  for (const operation of keyed) await replay(run, operation);
}
