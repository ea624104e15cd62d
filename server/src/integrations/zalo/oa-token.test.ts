import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { createSecretBox } from '../../core/secret-box.ts';
import { createOaClient, type OaClient } from './oa-client.ts';
import { createOaToken } from './oa-token.ts';

const REFRESH = 'oauth.zaloapp.com/v4/oa/access_token';

describe.each(databaseKinds)('the Official Account’s token at rest on %s', (kind) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await server.deps.db.query('delete from oa_token');
    server.emulator.world.reset();
  });

  const tokens = () => createOaToken(server.deps, createOaClient(server.deps.settings)!);
  const asked = (endpoint: string) => server.emulator.world.log.find(endpoint).length;

  test('a copy of the database does not hold it in the open', async () => {
    const { accessToken } = await tokens().current();
    const { rows } = await server.deps.db.query<Record<string, unknown>>('select * from oa_token');
    const copy = JSON.stringify(rows);
    expect(rows).toHaveLength(1);
    expect(copy).not.toMatch(/oa-access|oa-refresh/);
    for (const word of [accessToken, Buffer.from(accessToken).toString('base64url').slice(0, 20)]) {
      expect(copy).not.toContain(word);
    }
  });

  test('a new SECRETS_KEY in front: nothing is asked of Zalo, the next renewal seals with it', async () => {
    const [before, after] = ['B', 'C'].map((letter) => letter.repeat(43));
    const withKeys = async (keys: string) =>
      createOaToken(
        { ...server.deps, secrets: await createSecretBox(keys, '') },
        createOaClient(server.deps.settings)!,
      );
    const first = await (await withKeys(before!)).current();
    const both = await withKeys(`${after!},${before!}`);
    expect(await both.current()).toEqual(first);
    expect(asked(REFRESH)).toBe(1);
    const renewed = await both.renew(first);
    expect(await (await withKeys(after!)).current()).toEqual(renewed);
  });

  test('a wrong SECRETS_KEY is said, spoils nothing, and a new consent sets it right', async () => {
    const first = await tokens().current();
    const lost = { ...server.deps, secrets: await createSecretBox('D'.repeat(43), '') };
    const another = createOaToken(lost, createOaClient(server.deps.settings)!);
    await expect(another.current()).rejects.toThrow('again in');
    expect(server.logLines.some((line) => line.includes('SECRETS_KEY does not open'))).toBe(true);
    expect((await server.deps.metrics.oaNeedsConsent.get()).values[0]?.value).toBe(1);
    expect(await tokens().current()).toEqual(first);
    server.emulator.world.officialTokens.consentAgain();
    await server.deps.db.query(`update oa_token set seed_hash = 'of the token before'`);
    expect((await another.current()).accessToken).toMatch(/^oa-access/);
  });

  test('a process that still has the consent before does not put it back', async () => {
    const { settings } = server.deps;
    const { officialTokens } = server.emulator.world;
    await tokens().current();
    officialTokens.consentAgain();
    const anew = officialTokens.rotate(settings.ZALO_OA_REFRESH_TOKEN!, 0)!.refresh_token;
    const after = createOaToken(server.deps, createOaClient({ ...settings, ZALO_OA_REFRESH_TOKEN: anew })!);
    const access = await after.current();
    expect(await tokens().current()).toEqual(access);
    expect(await after.current()).toEqual(access);
    expect(asked(REFRESH)).toBe(2);
  });

  test('new tokens outlive a database that is away for a moment', async () => {
    let isAway = true;
    const query: typeof server.deps.db.query = (text, params) => {
      if (!isAway || !text.includes('version = version + 1')) return server.deps.db.query(text, params);
      isAway = false;
      return Promise.reject(new Error('the connection was cut'));
    };
    const shaky = { ...server.deps, db: { ...server.deps.db, query } };
    const access = await createOaToken(shaky, createOaClient(server.deps.settings)!).current();
    expect(isAway).toBe(false);
    expect(await tokens().current()).toEqual(access);
    expect(asked(REFRESH)).toBe(1);
  });

  describe('an answer of which only half can be used', () => {
    const answered = (refresh: OaClient['refresh']) =>
      createOaToken(server.deps, { ...createOaClient(server.deps.settings)!, refresh });
    const lastsSeconds = 90_000;

    test('without an access token: the next try is made with the new refresh token', async () => {
      const used: string[] = [];
      const token = answered((refreshToken) => {
        used.push(refreshToken);
        const accessToken = used.length > 1 ? 'access' : null;
        return Promise.resolve({ outcome: 'refreshed', accessToken, refreshToken: 'second', lastsSeconds });
      });
      await expect(token.current()).rejects.toThrow('again in 30000 ms');
      expect(await token.current()).toMatchObject({ accessToken: 'access' });
      expect(used[1]).toBe('second');
    });

    test('without a refresh token: the access token is used to its end, and the bell rings at once', async () => {
      const token = answered(() =>
        Promise.resolve({ outcome: 'refreshed', accessToken: 'access', refreshToken: null, lastsSeconds }),
      );
      await token.current();
      expect(await token.current()).toMatchObject({ accessToken: 'access' });
      expect((await server.deps.metrics.oaNeedsConsent.get()).values[0]?.value).toBe(1);
    });
  });
});
