import { rightCaller, wrongCallers, type WrongCaller } from './callers.ts';
import type { Answer } from './client.ts';
import { contractOperations, type Operation } from './contract-document.ts';
import { codeOf, faultsOf, misfits } from './judge.ts';
import { requestFor, sendsJson, unknownThings } from './requests.ts';
import type { Run } from './run.ts';
import { namesNoThing } from './things.ts';

function refusalFaults(operation: Operation, { who, status, code, level }: WrongCaller, answer: Answer): string[] {
  const said = `${who}: ${answer.status} ${codeOf(answer)}`.trim();
  if (answer.status !== status) return [`${said}, not ${status}`];
  // An answer to HEAD has no body.
  if (operation.method === 'head') return [];
  const faults = faultsOf(operation, answer);
  if (codeOf(answer) !== code) faults.push(`${said}, not ${code}`);
  const named = (answer.json as { level?: unknown } | undefined)?.level;
  if (level !== undefined && named !== level)
    faults.push(`${who}: the refusal names level ${String(named)}, not ${level}`);
  return faults;
}

async function checkLevel({ client, options, tally }: Run, operation: Operation): Promise<void> {
  for (const wrong of wrongCallers(operation, options)) {
    if ('needs' in wrong.credential) {
      tally.notRun(operation.id, 'level', wrong.credential.needs);
      continue;
    }
    // Whether the thing exists must make no difference to who may not ask.
    const request = requestFor(operation, unknownThings(operation) ?? {});
    const answer = await client.ask({ ...request, token: wrong.credential.token });
    tally.found(operation.id, 'level', refusalFaults(operation, wrong, answer));
  }
}

/** What does not exist is `not-found`; what changes something may first find fault with what was sent. */
async function checkUnknown({ client, options, tally }: Run, operation: Operation): Promise<void> {
  const named = operation.parameters.filter((one) => one.in === 'path' && !namesNoThing(one));
  if (named.length === 0) return;
  const caller = rightCaller(operation, options);
  if ('needs' in caller) return tally.notRun(operation.id, 'unknown', caller.needs);
  const values = unknownThings(operation);
  if (values === undefined) return tally.notRun(operation.id, 'unknown', 'an id made from the contract');
  const reading = operation.method === 'get' || operation.method === 'head';
  // PUT may begin what is not there yet: the phone chooses the id.
  if (!reading && !options.writes) return tally.notRun(operation.id, 'unknown', 'leave to change something (--writes)');
  const answer = await client.ask({ ...requestFor(operation, values), token: caller.token });
  const faults = faultsOf(operation, answer);
  const declared = answer.status >= 400 && operation.responses.has(String(answer.status));
  // To end what is not there is no fault either.
  const mayEnd = operation.method === 'put' || operation.method === 'delete';
  const fine = reading ? answer.status === 404 || declared : mayEnd || answer.status >= 400;
  if (!fine) faults.push(`what was never there: ${answer.status} ${codeOf(answer)}, not 404`);
  tally.found(operation.id, 'unknown', faults);
}

/** A body that is no JSON, one of the wrong shape, one of another type: refused, and no bug. */
async function checkMalformed({ client, options, tally }: Run, operation: Operation): Promise<void> {
  if (operation.body === undefined) return;
  const caller = rightCaller(operation, options);
  if ('needs' in caller) return tally.notRun(operation.id, 'malformed', caller.needs);
  const values = unknownThings(operation) ?? {};
  const { headers = {}, ...request } = requestFor(operation, values);
  const withoutType = Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type'),
  );
  const send = async (what: string, mediaType: string, body: string, statuses: readonly number[]): Promise<void> => {
    const answer = await client.ask({
      ...{ ...request, body, token: caller.token },
      headers: { ...withoutType, 'content-type': mediaType },
    });
    const faults = faultsOf(operation, answer);
    // Things that are not there may be missed before the body is read.
    const fine = statuses.includes(answer.status) || (answer.status === 404 && Object.keys(values).length > 0);
    if (!fine) faults.push(`${what}: ${answer.status} ${codeOf(answer)}, not ${statuses.join(' or ')}`);
    tally.found(operation.id, 'malformed', faults);
  };
  await send('a body of another type', 'application/x-nonsense', 'nonsense', [415, 400]);
  if (!sendsJson(operation)) return;
  await send('a body that is no JSON', 'application/json', '{"broken', [400]);
  if (misfits(operation.body.schema, []).length > 0) {
    await send('a list for an object', 'application/json', '[]', [400, 422]);
  }
}

/** Methods no operation of this path has. */
async function checkMethods({ client, operations, tally }: Run): Promise<void> {
  const paths = new Map(operations.map((operation) => [operation.path, operation]));
  for (const [path, operation] of paths) {
    const has = contractOperations.filter((one) => one.path === path).map(({ method }) => method);
    const method = ['delete', 'put', 'patch', 'post'].find((one) => !has.includes(one));
    if (method === undefined) continue;
    const values = unknownThings(operation) ?? {};
    const url = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? 'x'));
    const answer = await client.ask({ method, url });
    const faults = faultsOf({ ...operation, responses: new Map([['default', problemResponse]]) }, answer);
    if (![404, 405].includes(answer.status)) faults.push(`${method.toUpperCase()}: ${answer.status}, not 404 or 405`);
    tally.found(operation.id, 'method', faults);
  }
}

const problemResponse = new Map([['application/problem+json', { $ref: '#/components/schemas/Problem' }]]);

/** Everything that must be refused, and how. None of it changes anything on a server that keeps the contract. */
export async function checkRefusals(run: Run): Promise<void> {
  for (const operation of run.operations) {
    await checkLevel(run, operation);
    await checkUnknown(run, operation);
    await checkMalformed(run, operation);
  }
  await checkMethods(run);
}
