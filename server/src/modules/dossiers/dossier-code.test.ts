import fc from 'fast-check';
import contract from '@dvc/contract/openapi.json' with { type: 'json' };
import { dateInVietnam } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { databaseKinds, openTestDatabase } from '../../../test/support/test-database.ts';
import { nextDossierCode, writeDossierCode } from './dossier-code.ts';

const AGENCY = '000.00.00.H53';

test('agency, date, number; longer after 9999', () => {
  expect(writeDossierCode(AGENCY, '2026-11-23', 42)).toBe('000.00.00.H53-261123-0042');
  expect(writeDossierCode(AGENCY, '2026-11-23', 10_000)).toBe('000.00.00.H53-261123-10000');
});

test('property: always a code of the contract', () => {
  const shape = new RegExp(contract.components.schemas.DossierCode.pattern);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (number) => {
      expect(writeDossierCode(AGENCY, '2030-01-31', number)).toMatch(shape);
    }),
  );
});

test('the day is Việt Nam’s, not Greenwich’s', () => {
  expect(dateInVietnam(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
  expect(dateInVietnam(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23');
});

describe.each(databaseKinds)('numbers on %s', (kind) => {
  let db: Database;
  beforeAll(async () => (db = await openTestDatabase(kind)));
  afterAll(() => db.close());

  test('each once, without gaps, also when some roll back; every day begins anew', async () => {
    const day = '2026-11-23';
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) =>
        db.tx(async (tx) => {
          const code = await nextDossierCode(tx, AGENCY, day);
          if (n % 3 === 0) throw new Error('changed its mind');
          return code;
        }),
      ),
    );
    const codes = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
    const wanted = Array.from({ length: 40 }, (_, n) => writeDossierCode(AGENCY, day, n + 1));
    expect(codes.sort()).toEqual(wanted);
    expect(await db.tx((tx) => nextDossierCode(tx, AGENCY, '2026-11-24'))).toBe('000.00.00.H53-261124-0001');
  });
});
