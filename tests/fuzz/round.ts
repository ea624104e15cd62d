import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import { undocumented } from '../../server/test/support/contract-answers.ts';
import { settleEverybody, type Everybody } from '../../server/test/support/everybody.ts';
import { operationSamples } from '../../server/test/support/operation-samples.ts';
import { buildTestServer, type TestServer } from '../../server/test/support/test-server.ts';
import { createRandom } from '../faults/random.ts';
import { callersOf, type Caller } from './callers.ts';
import { hostileRequest, type HostileRequest } from './hostile-request.ts';
import { leaksOf, secretsOf, type Secrets } from './leaks.ts';
import { exchange, type NoAnswer, type RawAnswer } from './raw-exchange.ts';

export const findings = ['5xx', 'hang', 'leak', 'undocumented', 'let in', 'job', 'log'] as const;

export interface Found {
  finding: (typeof findings)[number];
  operation: OperationId | 'afterwards';
  caller: string;
  /** Which of the caller's requests to the operation, of which round. */
  number: number;
  round: number;
  detail: string;
  request: string;
}

export interface RoundWanted {
  seed: string;
  round: number;
  operations: readonly OperationId[];
  /** Requests a caller sends to an operation. */
  each: number;
  kind: 'pglite' | 'pg';
  /** Told before each request, for whoever watches over us. */
  onStep: (what: string) => void;
  /** Whether there is time for another operation. */
  goesOn: () => boolean;
}

export interface RoundResult {
  requests: number;
  answers: Record<string, number>;
  attacks: Record<string, number>;
  slowestMs: number;
  /** Who was asked to come later because a provider does not answer, by code. None of that is a 5xx of ours, if it is rare. */
  later: Record<string, number>;
  found: Found[];
}

/** A busy machine answers late; what takes longer than this hangs. */
const PATIENCE_MS = 20_000;

/** Providers that are not asked in this set-up, and one that is and refuses. */
const meant503 = /"code":"(payment-unavailable|zalo-unavailable|identity-unavailable)"/;

const readable = ({ method, target, headers, body, manner }: HostileRequest): string =>
  JSON.stringify({
    line: `${method} ${target.slice(0, 300)}`,
    headers: headers.filter(([name]) => name !== 'authorization').map((pair) => pair.join(': ').slice(0, 120)),
    body: body?.subarray(0, 400).toString('latin1'),
    manner,
  });

interface Judged {
  finding: Found['finding'];
  detail: string;
}

function judge(
  id: OperationId,
  caller: Caller,
  request: HostileRequest,
  answer: RawAnswer | NoAnswer,
  secrets: Secrets,
): Judged[] {
  if ('none' in answer) {
    if (answer.none === 'silent') return [{ finding: 'hang', detail: `no answer in ${Math.round(answer.ms)} ms` }];
    return request.manner === 'cut' ? [] : [{ finding: 'undocumented', detail: 'closed without an answer' }];
  }
  const judged: Judged[] = [];
  if (answer.status >= 500 && !(answer.status === 503 && meant503.test(answer.body)))
    judged.push({ finding: '5xx', detail: `${answer.status} ${answer.body.slice(0, 200)}` });
  const isSampleAddress = request.isAddressKept || request.attack === 'contract';
  if (isSampleAddress) {
    const contentType = answer.headers['content-type'] ?? '';
    const body = operationTable[id].method === 'head' ? undefined : answer.body;
    const fault = undocumented(id, { status: answer.status, contentType, body });
    // A line that cannot be read belongs to no operation.
    if (fault !== undefined && !(answer.status >= 400 && /problem\+json/.test(contentType)))
      judged.push({ finding: 'undocumented', detail: fault });
  }
  if (answer.status < 300 && isSampleAddress && !caller.may(id))
    judged.push({ finding: 'let in', detail: `${answer.status} for ${caller.name}` });
  for (const detail of leaksOf(request, answer, secrets, caller.seesOwner)) judged.push({ finding: 'leak', detail });
  return judged;
}

/** Errors by design: what somebody at the office has to look at, after a request of one of their own systems. */
const MEANT = /"msg":"an event of the one-stop system is impossible"/;

/** Errors the server logged since the last look. */
function loggedErrors(server: TestServer): string[] {
  const lines = server.logLines.splice(0);
  return lines
    .filter((line) => /"level":"(error|fatal)"/.test(line) && !MEANT.test(line))
    .map((line) => line.slice(0, 1_500));
}

function ownersMarks(server: TestServer, all: Everybody): string[] {
  const person = server.emulator.world.people.get(all.owner.personId);
  return [person?.citizenNumber, person?.phoneNumber, all.owner.token, 'Nguyễn Thị Ánh'].filter(
    (mark): mark is string => mark !== undefined,
  );
}

/** A fresh server, everybody settled, and every operation attacked by everybody. */
export async function fuzzRound(wanted: RoundWanted): Promise<RoundResult> {
  const { seed, round, each, kind, onStep } = wanted;
  const server = await buildTestServer({
    kind,
    env: { RATE_LIMIT_FACTOR: '1000000', SAMPLE_DATA: 'on', ZALO_TIMEOUT_MS: '5000', LOG_LEVEL: 'error' },
  });
  const result: RoundResult = { requests: 0, answers: {}, attacks: {}, slowestMs: 0, later: {}, found: [] };
  try {
    const all = await settleEverybody(server);
    const port = Number(new URL(all.url).port);
    const ahead = server.clock.now().getTime() - Date.now();
    const when = (id: OperationId): number => operationSamples[id](all.of).destroys ?? 0;
    const order = [...wanted.operations].sort((one, other) => when(one) - when(other));
    loggedErrors(server);
    for (const id of order) {
      if (!wanted.goesOn()) break;
      server.clock.set(new Date(Date.now() + ahead));
      for (const caller of callersOf(id, server, all, createRandom(seed, round, id))) {
        await caller.restore();
        const secrets = { owner: ownersMarks(server, all), server: secretsOf(server.deps.settings) };
        for (let number = 0; number < each; number += 1) {
          const random = createRandom(seed, round, id, caller.name, number);
          const good = operationSamples[id]({ ...all.of, phone: caller.phone });
          const request = hostileRequest(id, good, caller.phone.token, random, random.whole(1, 1e9) % 7);
          onStep(`${id} as ${caller.name}, ${number} of round ${round}: ${readable(request)}`);
          const answer = await exchange(port, request, PATIENCE_MS);
          result.requests += 1;
          result.slowestMs = Math.max(result.slowestMs, Math.round(answer.ms));
          result.attacks[request.attack] = (result.attacks[request.attack] ?? 0) + 1;
          const outcome = 'none' in answer ? answer.none : String(answer.status);
          result.answers[outcome] = (result.answers[outcome] ?? 0) + 1;
          const [, later] = 'none' in answer || answer.status !== 503 ? [] : (meant503.exec(answer.body) ?? []);
          if (later !== undefined) result.later[later] = (result.later[later] ?? 0) + 1;
          const found = (finding: Found['finding'], detail: string): void => {
            const about = { operation: id, caller: caller.name, number, round };
            result.found.push({ finding, ...about, detail, request: readable(request) });
          };
          for (const { finding, detail } of judge(id, caller, request, answer, secrets)) found(finding, detail);
          for (const line of loggedErrors(server)) found('log', line);
        }
      }
      await server.deps.jobs.drain();
      for (const line of loggedErrors(server)) {
        const about = { operation: id, caller: 'the job worker', number: 0, round };
        result.found.push({ finding: 'job', ...about, detail: line, request: '' });
      }
    }
  } finally {
    await server.close();
  }
  return result;
}
