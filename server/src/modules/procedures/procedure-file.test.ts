import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { databaseKinds, openTestDatabase } from '../../../test/support/test-database.ts';
import { createVersionShelf, pinVersions } from './form-versions.ts';
import { readProcedures } from './procedure-file.ts';

const PROVINCES = new URL('../../../../provinces/', import.meta.url);
const CODE = '1.001193';

type Json = Record<string, unknown>;

describe('procedure files', () => {
  let folder: string;
  let province: URL;
  const path = () => join(folder, 'procedures', `${CODE}.json`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'province-'));
    province = pathToFileURL(`${folder}/`);
    await cp(new URL('tay-ninh/', PROVINCES), folder, { recursive: true });
    return () => rm(folder, { recursive: true });
  });

  const change = async (edit: (json: { guide: Json; form: Json; handling: Json }) => void) => {
    const json = JSON.parse(await readFile(path(), 'utf8'));
    edit(json);
    await writeFile(path(), JSON.stringify(json));
  };

  test.each(['tay-ninh', 'mau'])('those of %s can be used', async (id) => {
    const procedures = await readProcedures(new URL(`${id}/`, PROVINCES));
    expect(procedures.length).toBeGreaterThan(0);
    for (const { guide, form, handling } of procedures) {
      expect(form?.version).toBe(guide.formVersion);
      // What nobody has confirmed promises no day.
      if (id === 'tay-ninh' && handling?.confidence === 'L') expect(handling.workingDays).toBeNull();
      else expect(handling?.workingDays).toBeGreaterThanOrEqual(1);
    }
  });

  test.each<[string, (json: { guide: Json; form: Json; handling: Json }) => void, RegExp]>([
    ['a guide without a fee', ({ guide }) => delete guide['fee'], /\$\.guide: .*fee/],
    ['a guide with an unknown member', ({ guide }) => Object.assign(guide, { price: 1 }), /\$\.guide: /],
    [
      'a condition on nothing',
      ({ form }) => Object.assign((form['pages'] as Json[])[0] ?? {}, { when: { field: 'x', op: 'eq', value: 'y' } }),
      /\$\.form\.pages\[0\]\.when\.field: no field x/,
    ],
    [
      'a form of another procedure',
      ({ form }) => Object.assign(form, { procedureCode: '1.000894' }),
      /\$\.form\.procedureCode/,
    ],
    [
      'another version in the guide',
      ({ guide }) => Object.assign(guide, { formVersion: '1999-01-01.1' }),
      /\$\.guide\.formVersion/,
    ],
    [
      'an office by a field that is no place',
      ({ handling }) => Object.assign(handling, { office: { communeOf: 'childName', otherwise: 'x' } }),
      /\$\.handling\.office\.communeOf/,
    ],
    [
      'an office by one of several that is no place',
      ({ handling }) => Object.assign(handling, { office: { communeOf: ['hometown', 'x'], otherwise: 'x' } }),
      /\$\.handling\.office\.communeOf: x is no/,
    ],
    [
      'a life event nobody knows',
      ({ guide }) => Object.assign(guide, { lifeEvents: ['x'] }),
      /\$\.guide\.lifeEvents\[0\]/,
    ],
    [
      'a paper the guide does not announce',
      ({ guide }) => Object.assign(guide, { papers: [] }),
      /\$\.form\.papers\[0\]\.id: the guide does not announce it/,
    ],
    [
      'a right way that does not exist',
      ({ form }) =>
        Object.assign(form, {
          english: undefined,
          check: [
            {
              id: 'q',
              question: 'Q',
              answers: [
                { value: 'a', label: 'A' },
                { value: 'b', label: 'B', stop: 'S', instead: '9.999999' },
              ],
            },
          ],
        }),
      /\$\.form\.check\[0\]\.answers\[1\]\.instead: no procedure 9\.999999/,
    ],
    [
      'days that are no number',
      ({ handling }) => Object.assign(handling, { workingDays: 'một' }),
      /\$\.handling\.workingDays/,
    ],
  ])('%s is refused with file and place', async (_, edit, words) => {
    await change(edit);
    await expect(readProcedures(province)).rejects.toThrow(words);
    await expect(readProcedures(province)).rejects.toThrow(`procedures/${CODE}.json`);
  });

  test('the example of docs/adding-a-procedure.md can be used as it stands', async () => {
    const page = await readFile(new URL('../docs/adding-a-procedure.md', PROVINCES), 'utf8');
    const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? '';
    await writeFile(join(folder, 'procedures', '9.000001.json'), example);
    const added = (await readProcedures(province)).find(({ guide }) => guide.code === '9.000001');
    expect(added?.form?.pages.map(({ id }) => id)).toEqual(['nguoi-doc', 'the-tam']);
    await writeFile(join(folder, 'procedures', '9.000001.json'), example.replace('"unit": "ngày"', '"unit": "hôm"'));
    await expect(readProcedures(province)).rejects.toThrow(
      'procedures/9.000001.json: $.form.pages[1].fields[0].unit: no English for “hôm”',
    );
  });

  test('a file under another procedure’s name is refused', async () => {
    await rename(path(), join(folder, 'procedures', '9.999999.json'));
    await expect(readProcedures(province)).rejects.toThrow('procedures/9.999999.json: $.guide.code');
  });

  test('half a file is refused', async () => {
    await writeFile(path(), '{"guide": {');
    await expect(readProcedures(province)).rejects.toThrow(/procedures\/1\.001193\.json: not JSON/);
  });
});

describe.each(databaseKinds)('form versions on %s', (kind) => {
  let db: Database;
  beforeAll(async () => (db = await openTestDatabase(kind)));
  afterAll(() => db.close());

  test('an older version is found after a newer one; the same version never changes', async () => {
    const [procedure] = await readProcedures(new URL('tay-ninh/', PROVINCES));
    const older = procedure?.form;
    if (!older) throw new Error('no form');
    const newer = { ...older, version: '2027-01-01.1', title: 'Tờ khai mới' };
    const now = new Date();
    await pinVersions(db, [older], now);
    await pinVersions(db, [older], now);
    await pinVersions(db, [newer], now);
    const shelf = createVersionShelf();
    expect(await shelf(db, older.procedureCode, older.version)).toEqual(older);
    expect((await shelf(db, older.procedureCode, newer.version))?.title).toBe('Tờ khai mới');
    expect(await shelf(db, older.procedureCode, '1999-01-01.1')).toBeUndefined();
    const changed = { ...older, title: `${older.title} (sửa)` };
    await expect(pinVersions(db, [changed], now)).rejects.toThrow(
      `version ${older.version} was published with other contents`,
    );
    expect(await createVersionShelf()(db, older.procedureCode, older.version)).toEqual(older);
  });
});
