import { describe, expect, test } from 'vitest';
import { findIntegration, readIntegrationKeys } from './integration-keys.ts';
import { BadSettings, readSettings } from './settings.ts';

const least = {
  ZALO_APP_ID: '1234567890123456789',
  ZALO_APP_SECRET: 'secret-of-the-app',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'us',
  OIDC_CLIENT_SECRET: 'hush',
};

describe('settings', () => {
  test('the least one must say; the rest has defaults that suit production', () => {
    expect(readSettings(least)).toMatchObject({
      ALLOWED_ORIGINS: ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'],
      ZALO_GRAPH_URL: 'https://graph.zalo.me',
      ZALO_LINK_URL: 'https://zalo.me/s',
      PROVINCE: 'tay-ninh',
      SAMPLE_DATA: 'off',
    });
  });

  test('an empty value is an absent one', () => {
    expect(readSettings({ ...least, PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 5301 });
  });

  test.each([
    ['ZALO_APP_SECRET', ''],
    ['PORT', 'many'],
    ['DATABASE_URL', 'mysql://x'],
    ['OIDC_ISSUER', 'not an address'],
    ['PROVINCE', '../../etc'],
    ['OIDC_CLAIMS', 'mine'],
  ])('%s=%j stops the start and is named', (name, value) => {
    expect(() => readSettings({ ...least, [name]: value })).toThrow(BadSettings);
    expect(() => readSettings({ ...least, [name]: value })).toThrow(`  ${name}: `);
  });

  test('the Official Account is given whole or not at all', () => {
    const part = { ...least, ZALO_OA_REFRESH_TOKEN: 'oa-refresh', ZALO_OA_SECRET: 'oa-secret' };
    expect(() => readSettings(part)).toThrow('  ZALO_OA_APP_ID: ');
    expect(readSettings({ ...part, ZALO_OA_APP_ID: '1' })).toMatchObject({ ZALO_OA_APP_ID: '1' });
  });

  test('what is missing is said in words that help', () => {
    const rest = Object.fromEntries(Object.entries(least).filter(([name]) => name !== 'OIDC_ISSUER'));
    expect(() => readSettings(rest)).toThrow('  OIDC_ISSUER: is not set and has no default; docs/operating.md says');
    expect(() => readSettings({ ...rest, OIDC_ISSUER: 'here' })).not.toThrow('is not set');
  });

  test('what is wrong is named without being shown', () => {
    expect(() => readSettings({ ...least, DATABASE_URL: 'mysql://user:hunter2@host' })).not.toThrow('hunter2');
  });
});

describe('integration keys', () => {
  const keys = readIntegrationKeys(
    'mot-cua:dossiers:read+dossiers:write:secret-one-000001, watch:metrics.read:secret-two-000002',
  );

  test('names, scopes and secrets', () => {
    expect(keys).toMatchObject([
      { system: 'mot-cua', scopes: ['dossiers:read', 'dossiers:write'] },
      { system: 'watch', scopes: ['metrics:read'] },
    ]);
    expect(findIntegration(keys, 'secret-two-000002')?.system).toBe('watch');
    expect(findIntegration(keys, 'secret-two-00000')).toBeUndefined();
    expect(JSON.stringify(keys)).not.toContain('secret-one');
  });

  test.each(['nameonly', 'a:b', 'a:b:short', 'a:b:only-15-letters', ':x:secret-one-000001'])(
    '%s stops the start without showing a secret',
    (text) => {
      expect(() => readIntegrationKeys(`ok:scope:good-secret-00001,${text}`)).toThrow('INTEGRATION_KEYS: entry 2');
    },
  );

  test('two entries with one secret stop the start: the second would be deaf', () => {
    const secret = 'good-secret-00001';
    expect(() => readIntegrationKeys(`a:dossiers:read:${secret},b:numbers:write:${secret}`)).toThrow(
      /^INTEGRATION_KEYS: b has the secret of an entry before it$/,
    );
  });

  test('none is fine', () => {
    expect(readIntegrationKeys('')).toEqual([]);
  });
});
