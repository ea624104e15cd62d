import type { Answer } from './client.ts';
import { codeOf, faultsOf } from './judge.ts';
import type { Run } from './run.ts';

/** Nobody who holds a receipt tries so often; whoever guesses tries much more often. */
const GUESSES = 150;
/** A code of the right shape that no dossier has. */
const CODE = 'TNS-991231-99999';

function slowingFaults(answer: Answer): string[] {
  const retryAfter = answer.headers.get('retry-after');
  const { retryAfter: said } = (answer.json ?? {}) as { retryAfter?: number };
  const faults = codeOf(answer) === 'too-many-requests' ? [] : [`429 has code ${codeOf(answer)}`];
  if (!/^\d+$/.test(retryAfter ?? '')) faults.push(`429 without Retry-After in seconds (${String(retryAfter)})`);
  else if (String(said) !== retryAfter) faults.push(`Retry-After says ${retryAfter}, the problem says ${String(said)}`);
  return faults;
}

/** Guessing at one code is stopped, and every "too often" met on the way says when to come back. */
export async function checkLimits({ client, operations, tally }: Run): Promise<void> {
  const track = operations.find(({ id }) => id === 'trackDossier');
  if (track) {
    let last: Answer | undefined;
    for (let guess = 0; guess < GUESSES && last?.status !== 429; guess += 1) {
      const body = { code: CODE, lastFour: String(guess).padStart(4, '0') };
      last = await client.ask({ method: track.method, url: track.path, body }, { patient: false });
    }
    const stopped = last?.status === 429 ? [...faultsOf(track, last), ...slowingFaults(last)] : undefined;
    tally.found(track.id, 'limit', stopped ?? [`${GUESSES} guesses at one code were all answered`]);
  }
  for (const { request, answer } of client.slowed) {
    tally.found(
      'every operation',
      'limit',
      slowingFaults(answer).map((fault) => `${request}: ${fault}`),
    );
  }
}
