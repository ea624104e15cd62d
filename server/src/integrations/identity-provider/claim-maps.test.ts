import { describe, expect, test } from 'vitest';
import { assuranceLevel, claimMaps, readBirthDate, readIdentity } from './claim-maps.ts';

const ISSUER = 'https://id.example';

describe('claims', () => {
  const portal = {
    sub: 's',
    SoDinhDanh: '072188000001',
    HoVaTen: 'NGUYEN THI ANH',
    NgayThangNamSinh: '19880314',
    LoaiTaiKhoan: '1',
  };

  test('of the national portal', () => {
    expect(readIdentity('national-portal', ISSUER, portal)).toEqual({
      issuer: ISSUER,
      subject: 's',
      idNumber: '072188000001',
      fullName: 'NGUYEN THI ANH',
      birthDate: '1988-03-14',
      address: null,
      assurance: null,
    });
  });

  test('an organisation’s account is no citizen', () => {
    expect(readIdentity('national-portal', ISSUER, { ...portal, LoaiTaiKhoan: '2' })).toBeUndefined();
  });

  test('WSO2’s own names go before the standard ones', () => {
    const claims = {
      sub: 's',
      'http://wso2.org/claims/username': '072188000001',
      preferred_username: 'anh',
      name: 'Ánh',
    };
    expect(readIdentity('wso2', ISSUER, claims)).toMatchObject({ idNumber: '072188000001', fullName: 'Ánh' });
  });

  test.each([
    ['no number', { sub: 's', name: 'Ánh' }],
    ['a number of nine digits', { sub: 's', preferred_username: '123456789', name: 'Ánh' }],
    ['a user name instead', { sub: 's', preferred_username: 'anh@example', name: 'Ánh' }],
    ['no name', { sub: 's', preferred_username: '072188000001', name: ' ' }],
    ['no subject', { preferred_username: '072188000001', name: 'Ánh' }],
  ])('%s is nobody we can tell from others', (_what, claims) => {
    expect(readIdentity('keycloak', ISSUER, claims)).toBeUndefined();
  });

  test('what no database takes is left out of a name, and makes a number nobody’s', () => {
    const claims = {
      sub: 's',
      preferred_username: '072188000001',
      name: 'Nguyễn\u0000 Thị\ud800 Ánh',
      address: '\u0000',
    };
    expect(readIdentity('keycloak', ISSUER, claims)).toMatchObject({ fullName: 'Nguyễn Thị Ánh', address: null });
    expect(readIdentity('keycloak', ISSUER, { ...claims, name: '\u0000\u0007' })).toBeUndefined();
    expect(readIdentity('keycloak', ISSUER, { ...claims, sub: '\u0000' })).toBeUndefined();
  });

  test('a name that came decomposed is composed', () => {
    const name = 'Ánh'.normalize('NFD');
    expect(readIdentity('keycloak', ISSUER, { sub: 's', preferred_username: '072188000001', name })?.fullName).toBe(
      'Ánh',
    );
  });
});

test.each([
  ['2', 2],
  [2, 2],
  ['1', 1],
  ['0', 0],
  ['high', 0],
  ['toString', 0],
  ['', 0],
  [undefined, 0],
])('assurance %j is level %i in every dialect', (loa, level) => {
  const claims = {
    sub: 's',
    preferred_username: '072188000001',
    SoDinhDanh: '072188000001',
    HoVaTen: 'A',
    name: 'A',
    loa,
  };
  for (const dialect of Object.keys(claimMaps) as (keyof typeof claimMaps)[]) {
    const identity = readIdentity(dialect, ISSUER, claims);
    expect(identity && assuranceLevel(dialect, identity)).toBe(level);
  }
});

test('of two claims the first one the dialect names counts', () => {
  const claims = { sub: 's', preferred_username: '072188000001', name: 'A', loa: '1', acr: '2' };
  const identity = readIdentity('keycloak', ISSUER, claims);
  expect(identity && assuranceLevel('keycloak', identity)).toBe(1);
});

test.each([
  ['19880314', '1988-03-14'],
  ['1988-03-14', '1988-03-14'],
  ['1988', null],
  ['1988-02-30', null],
  ['14/03/1988', null],
  [null, null],
])('birth date %s → %s', (text, date) => {
  expect(readBirthDate(text)).toBe(date);
});
