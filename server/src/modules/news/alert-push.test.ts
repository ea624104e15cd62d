import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hours, later } from '#core/clock';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

describe.each(databaseKinds)('alerts pushed on %s', (kind) => {
  let server: TestServer;
  let anh: TestPhone;
  let binh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100', QUIET_HOURS: '00:00-23:59' } });
    anh = await (await server.phone('anh').open()).giveContact();
    binh = await (await server.phone('binh').open()).giveContact();
    for (const name of ['anh', 'binh']) {
      const person = server.emulator.world.people.get(name)!;
      Object.assign(person, { followsOfficialAccount: true, lastTouchOfOfficialAccount: Date.now() });
    }
  });
  afterAll(() => server.close());

  async function publish(more: Partial<Schemas['ArticleInput']>, id: string = randomUUID()): Promise<string> {
    const answer = await server.app.inject({
      method: 'PUT',
      url: `/integration/news/${id}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
      payload: {
        title: 'Mưa rất lớn đêm nay',
        summary: 'Nước lên nhanh.',
        html: '<p>Ở trong nhà.</p>',
        topic: 'an-toan',
        author: 'Tòa soạn',
        ...more,
      },
    });
    expect(answer.statusCode).toBe(200);
    return id;
  }
  const until = () => later(server.clock.now(), hours(3)).toISOString();
  const inbox = async (of: TestPhone) =>
    (await of.call<{ items: Schemas['Notification'][] }>('GET', '/notifications')).body.items.filter(
      ({ topic }) => topic === 'news',
    );

  test('everybody with a number is told once; who does not want news by Zalo is left alone there, others even at night', async () => {
    const off = { choices: [{ topic: 'news', channel: 'oa', wanted: false }] };
    expect((await binh.call('PATCH', '/notice-choices', { body: off })).status).toBe(200);
    const id = await publish({ alertUntil: until() });
    await server.deps.jobs.drain();
    expect(await inbox(anh)).toMatchObject([
      { title: 'Mưa rất lớn đêm nay', path: expect.stringMatching(/^\/tin-tuc\/mua-rat-lon/) as string },
    ]);
    expect(await inbox(binh)).toHaveLength(1);
    const { rows } = await server.deps.db.query<{ state: string; count: number }>(
      `select d.state, count(*)::int as count from deliveries d join notifications n on n.id = d.notification_id
        where n.topic = 'news' group by d.state order by d.state`,
    );
    expect(rows).toEqual([
      { state: 'sent', count: 1 },
      { state: 'skipped', count: 1 },
    ]);
    await publish({ title: 'Mưa rất lớn đêm nay, đã sửa', alertUntil: until() }, id);
    await server.deps.jobs.drain();
    expect(await inbox(anh)).toHaveLength(1);
  });

  test('ordinary news, what is over and what was taken back before its turn are told to nobody', async () => {
    await publish({ title: 'Tin thường' });
    const id = await publish({ title: 'Rút ngay', alertUntil: until() });
    const withdrawal = { by: 'Tòa soạn', reason: 'Nhầm' };
    await server.app.inject({
      method: 'PUT',
      url: `/integration/news/${id}/withdrawal`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
      payload: withdrawal,
    });
    await publish({ title: 'Đã qua', alertUntil: until() });
    server.clock.advance(hours(4));
    await server.deps.jobs.drain();
    const { rows } = await server.deps.db.query<{ title: string }>('select distinct title from notifications');
    expect(rows).toEqual([{ title: 'Mưa rất lớn đêm nay' }]);
  });

  test('more people than fit one turn are all told', async () => {
    await server.deps.db.query(
      `insert into accounts (id, zalo_id, phone, created_at, seen_at)
       select gen_random_uuid(), 'many-' || n, '09' || lpad(n::text, 8, '0'), now(), now() from generate_series(1, 120) n`,
    );
    await publish({ title: 'Nước lên', alertUntil: until() });
    await server.deps.jobs.drain();
    const { rows } = await server.deps.db.query<{ count: number }>(
      `select count(*)::int as count from notifications where title = 'Nước lên'`,
    );
    expect(rows[0]?.count).toBe(122);
  });
});
