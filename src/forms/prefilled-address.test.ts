import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, FormDefinition } from '@dvc/contract/forms';
import procedure from '../../provinces/tay-ninh/procedures/1.001193.json';
import { communeIndex, indexCommunes, type CommuneIndex } from './communes';
import { settlePrefilledAddresses } from './prefilled-address';

const form = procedure.form as unknown as FormDefinition;
let communes: CommuneIndex;
beforeAll(async () => {
  communes = await communeIndex();
});
const settle = (requesterAddress: Answer, prefilled = ['requesterAddress'], among = communes): Answer =>
  settlePrefilledAddresses({ form, answers: { requesterAddress }, prefilled, communes: among }).requesterAddress;

describe('an address that came as one line', () => {
  test('gives its commune when it is named in full and only one is called so', () => {
    expect(
      settle({ commune: '', detail: '12 đường Cách Mạng Tháng Tám, khu phố 3, Phường Tân Ninh, tỉnh Tây Ninh' }),
    ).toEqual({
      commune: '25459',
      detail: '12 đường Cách Mạng Tháng Tám, khu phố 3',
    });
  });

  test('is left alone when the name is also that of a former unit elsewhere, or of no commune', () => {
    const shared = communes.entries.find(({ commune }) =>
      communes.entries.some(
        (other) =>
          other.commune.code !== commune.code && other.commune.former.some(({ name }) => name === commune.name),
      ),
    );
    expect(shared).toBeDefined();
    const ambiguous = { commune: '', detail: `Ấp 1, ${shared?.commune.name ?? ''}, tỉnh Tây Ninh` };
    expect(settle(ambiguous)).toEqual(ambiguous);
    const split = { commune: '', detail: 'Ấp 2, Xã Suối Đá, tỉnh Tây Ninh' };
    expect(settle(split)).toEqual(split);
    const elsewhere = { commune: '', detail: 'Phường Sài Gòn, Thành phố Hồ Chí Minh' };
    expect(settle(elsewhere)).toEqual(elsewhere);
  });

  test('is left alone where two are called so; its own former name is no other place', () => {
    const line = { commune: '', detail: 'Ấp 1, Xã Long, tỉnh Tây Ninh' };
    const called = (code: string, name: string, former: string[] = []) => ({
      ...{ code, name, areaKm2: 1, centroid: [106, 11] as const },
      former: former.map((unit) => ({ name: unit, part: 'full' as const })),
    });
    const among = (...all: ReturnType<typeof called>[]) => settle(line, ['requesterAddress'], indexCommunes(all));
    expect(among(called('1', 'Xã Long'), called('2', 'Xã Hai'))).toEqual({ commune: '1', detail: 'Ấp 1' });
    expect(among(called('1', 'Xã Long', ['Xã Long']), called('2', 'Xã Hai'))).toMatchObject({ commune: '1' });
    expect(among(called('1', 'Xã Long'), called('2', 'Xã Long'))).toEqual(line);
    expect(among(called('1', 'Xã Long'), called('2', 'Xã Hai', ['Xã Long']))).toEqual(line);
  });

  test('is left alone where nothing but a commune is named', () => {
    expect(settle({ commune: '', detail: 'Phường Tân Ninh' })).toEqual({ commune: '', detail: 'Phường Tân Ninh' });
  });

  test('is not touched when the person wrote or chose it', () => {
    const typed = { commune: '', detail: 'Ấp 1, Phường Tân Ninh' };
    expect(settle(typed, [])).toEqual(typed);
    const chosen = { commune: '25486', detail: 'Ấp 1, Phường Tân Ninh' };
    expect(settle(chosen)).toEqual(chosen);
  });
});
