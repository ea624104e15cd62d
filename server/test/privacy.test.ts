import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizenPhone, listen, readyDraft, submitDraft } from './support/birth-draft.ts';
import { databaseKinds } from './support/test-database.ts';
import { returnCodeIn, type TestPhone } from './support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from './support/test-server.ts';

const ANH = '072188000001';

/** Whatever a person gives or is called: none of it may be in a log, an address, or a metric. */
const personal = [
  ...[ANH, '0900000001', '84900000001', '900000001', '1988-03-14', '19880314'],
  ...['Nguyễn', 'Ánh', 'Ngọc', 'Văn An', 'Cách Mạng Tháng Tám', 'Khu phố 3', 'Giấy chứng sinh', 'vì thiếu giấy'],
];

describe.each(databaseKinds)('what leaves no trace on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;
  const secrets: string[] = [];

  beforeAll(async () => {
    server = await buildTestServer({ kind, as: 'app', env: { LOG_LEVEL: 'debug' } });
    phone = await citizenPhone(server, 'anh');
    const url = await listen(server);
    const { stepUp, verifier } = await phone.startLink();
    const code = returnCodeIn((await phone.browse(stepUp.url, ANH)).text);
    await phone.call('POST', '/identity/links', { body: { code, verifier: `${verifier}x` } });
    const { submission } = await readyDraft(server, url, phone);
    const { body: receipt } = await submitDraft(phone, submission);
    await submitDraft(phone, { ...submission, rev: 99 });
    const office = Object.assign(server.phone('anh'), { token: TEST_INTEGRATION_KEY });
    const moved = await office.call('POST', `/integration/dossiers/${receipt.code}/transitions`, {
      body: { to: 'refused', by: 'Phường Tân Ninh', note: 'Chưa nhận vì thiếu giấy chứng sinh của bé Nguyễn Văn An' },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(moved.status).toBe(200);
    server.emulator.world.faults.add({ endpoint: 'openapi.zalo.me', kind: 'html-502', times: 1 });
    server.emulator.world.faults.add({ endpoint: 'graph.zalo.me', kind: 'down', times: 1 });
    await server.phone('anh').call('POST', '/session', { body: { accessToken: phone.zaloToken() } });
    await phone.call('GET', `/procedures?q=${encodeURIComponent(`${ANH} Nguyễn`)}`);
    await phone.call('GET', `/drafts/${ANH}`);
    await server.deps.db
      .query('insert into accounts (id, zalo_id, phone, created_at, seen_at) values ($1, $2, $3, now(), now())', [
        randomUUID(),
        'x',
        '0900000001 Nguyễn',
      ])
      .catch((error: unknown) => server.deps.log.error({ err: error }, 'made to fail'));
    await server.deps.jobs.drain();
    secrets.push(phone.token ?? '', code, verifier, new URL(stepUp.url).searchParams.get('ticket') ?? '');
    secrets.push(TEST_INTEGRATION_KEY, server.deps.settings.ZALO_APP_SECRET, server.deps.settings.OIDC_CLIENT_SECRET);
  });
  afterAll(() => server.close());

  test('the log of a whole dossier, failures included, names nobody and holds no secret', () => {
    const log = server.logLines.join('\n');
    expect(server.logLines.length).toBeGreaterThan(20);
    for (const word of [...personal, ...secrets]) expect(log).not.toContain(word);
    expect(log).not.toMatch(/access\.[0-9a-f]{8}-|phone-number\.[0-9a-f]{8}-|oa-(access|refresh)\./);
  });

  test('nothing of anybody is in an address we call', () => {
    for (const { query, endpoint } of server.emulator.world.log.find()) {
      if (endpoint.startsWith('identity-provider')) continue;
      for (const value of Object.values(query)) expect(value).not.toMatch(/^access\.|^phone-number\.|\d{9}/);
    }
  });

  test('metrics and the queue’s reasons name nobody', async () => {
    const { rows } = await server.deps.db.query('select last_error from jobs');
    const told = `${await server.deps.metrics.registry.metrics()}${JSON.stringify(rows)}`;
    for (const word of personal.filter((one) => one !== '900000001')) expect(told).not.toContain(word);
  });

  test('what the provider said about a person is forgotten when the attempt ends', async () => {
    const { rows } = await server.deps.db.query('select 1 from step_ups where identity is not null');
    expect(rows).toEqual([]);
  });
});
