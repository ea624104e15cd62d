import { operationTable, type OperationId } from '@dvc/contract';
import { describe, expect, test } from 'vitest';
import { limitsOf, rateLimits, wall } from '../src/core/rate-limits.ts';

const operations = Object.keys(operationTable) as OperationId[];

/** Believed by their signature alone, which costs less to check than a counter; the wall for each network holds. */
const SIGNED: readonly OperationId[] = [
  ...(['receiveCheckoutCallback', 'receiveCheckoutNotice', 'receiveNationalPayment'] as const),
  ...(['receiveOaEvent', 'receiveMiniAppEvent'] as const),
];

/** Whoever guesses well reads or takes what is somebody's: a code, a ticket, a number read aloud. */
const GUESSABLE: readonly OperationId[] = [
  ...(['trackDossier', 'followStudent', 'linkIdentity', 'openStepUp', 'finishLogin', 'helpWithDraft'] as const),
  ...(['readOpened', 'readFeeReceipt', 'readExport', 'checkShared', 'checkReceipt'] as const),
];

const spans: Readonly<Record<number, string>> = { 60_000: 'a minute', 600_000: '10 minutes', 900_000: '15 minutes' };
const whose = { address: 'network', caller: 'caller', code: 'code that is tried' } as const;

function tableForPeople(): string {
  const rows = operations
    .filter((id) => limitsOf(id).length > 0)
    .flatMap((id) =>
      limitsOf(id).map(
        ({ per, times, within }) =>
          `| \`${id}\` | ${operationTable[id].access} | ${whose[per]} | ${times} | ${spans[within]} |`,
      ),
    );
  const minute = wall.within === 60_000 ? 'a minute' : '';
  return `# How often

Generated from \`server/src/core/rate-limits.ts\` by \`npx vitest run --project server server/test/rate-limits.test.ts -u\`; the same
test fails when the two differ. Beyond a limit: 429 \`too-many-requests\` and when to come back. \`RATE_LIMIT_FACTOR\` raises them all.

Everything, also what is not in the table, stands behind a wall: ${wall.times} requests ${minute} for each caller (a token, or a network
without one) and ${wall.timesOfAddress} for each network whatever tokens it brings, in each process. A network is an IPv4 address or an
IPv6 /64; villages share one behind a mobile carrier, so those limits are generous. What only changes or deletes something of
one's own (PUT, PATCH, DELETE) and what offices do with a key has the wall alone; so have the signed call-backs of Zalo and the
payment platforms.

| operation | level | counted for each | times | in |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

describe('rate limits', () => {
  test('whatever makes something new without an office’s key has a limit of its own', () => {
    const making = operations.filter(
      (id) => operationTable[id].method === 'post' && operationTable[id].access !== 'integration',
    );
    expect(making.filter((id) => limitsOf(id).length === 0).sort()).toEqual([...SIGNED].sort());
  });

  test('whatever can be guessed has one that another account, or none, does not get past', () => {
    for (const id of GUESSABLE) {
      const needsAccount = operationTable[id].access !== 0;
      expect(
        limitsOf(id).some(({ per }) => per !== 'caller' || needsAccount),
        id,
      ).toBe(true);
    }
    const withTicket = operations.filter((id) => /\{ticket\}|\{helpNumber\}/.test(operationTable[id].path));
    expect(withTicket.filter((id) => !GUESSABLE.includes(id))).toEqual([]);
  });

  test('none is above the wall that stands before it, and none is for an operation that is no more', () => {
    for (const id of Object.keys(rateLimits) as OperationId[]) {
      expect(operations, id).toContain(id);
      for (const { per, times, within } of limitsOf(id)) {
        const most = per === 'caller' ? wall.times : wall.timesOfAddress;
        expect((times * wall.within) / within, id).toBeLessThanOrEqual(most);
        expect(spans, id).toHaveProperty(String(within));
      }
    }
  });

  test('docs/rate-limits.md says the same', async () => {
    await expect(tableForPeople()).toMatchFileSnapshot('../../docs/rate-limits.md');
  });
});
