import { describe, expect, test } from 'vitest';
import { simulateDays } from './simulated/simulate.ts';

describe('simulated days', () => {
  test('from the last working day of the year into the next', { timeout: 120_000 }, async () => {
    const { broken, did } = await simulateDays({
      seed: 'the end of the year',
      from: new Date('2026-12-31T09:00:00Z'),
      kind: 'pglite',
      stretches: [{ hours: 24 }],
    });
    expect(broken).toEqual([]);
    expect(did['dossier sent']).toBeGreaterThan(0);
  });
});
