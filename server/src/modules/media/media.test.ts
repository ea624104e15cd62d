import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

interface Channels {
  day: string;
  items: Schemas['Channel'][];
}
type Answer = { channelId: string; items: Schemas['ProgrammeItem'][] } & Problem;

describe.each(databaseKinds)('TV and radio on %s', (kind) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { SAMPLE_DATA: 'on' } });
  });
  afterAll(() => server.close());

  const channels = async (of: Schemas['ChannelKind'], from = server): Promise<Channels> => {
    const answer = await from.phone('anh').call<Channels>('GET', `/channels?kind=${of}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  async function handIn(channelId: string, day: string, items: object[], key = TEST_INTEGRATION_KEY) {
    const answer = await server.app.inject({
      method: 'PUT',
      url: `/integration/channels/${channelId}/programmes/${day}`,
      headers: { authorization: `Bearer ${key}` },
      payload: { items },
    });
    return { status: answer.statusCode, body: answer.json<Answer>() };
  }

  test('channels say where they play live, and what a minute costs', async () => {
    const [tv, ...more] = (await channels('tv')).items;
    expect(more).toEqual([]);
    expect(tv).toMatchObject({ id: 'tv-tay-ninh', formerNames: ['TTV11'], frequencyMHz: null });
    expect(tv?.streams).toMatchObject([
      { mode: 'video', mbPerMinute: 7.5, url: expect.stringMatching(/\/live\.m3u8$/) as string },
      { mode: 'audio', mbPerMinute: 0.5, url: expect.stringMatching(/\/audio\.m3u8$/) as string },
    ]);
    const radio = (await channels('radio')).items;
    expect(radio.map(({ streams }) => streams.length)).toEqual([1, 0]);
    expect(radio[0]).toMatchObject({ frequencyMHz: 103.1, frequencyConfirmed: false });
  });

  test('without a programme there are sample times that say so; one handed in takes their place for its day', async () => {
    const before = await channels('tv');
    expect(before.items[0]).toMatchObject({ programmeSample: true });
    const { status, body } = await handIn('tv-tay-ninh', before.day, [
      { at: '18:30', title: 'Thời sự tối' },
      { at: '06:00', title: ' Chào ngày mới ' },
    ]);
    expect({ status, items: body.items }).toEqual({
      status: 200,
      items: [
        { at: '06:00', title: 'Chào ngày mới' },
        { at: '18:30', title: 'Thời sự tối' },
      ],
    });
    expect((await channels('tv')).items[0]).toMatchObject({ programme: body.items, programmeSample: false });
    expect((await channels('radio')).items[0]).toMatchObject({ programmeSample: true });
    await handIn('tv-tay-ninh', before.day, [{ at: '07:00', title: 'Lịch sửa lại' }]);
    expect((await channels('tv')).items[0]?.programme).toEqual([{ at: '07:00', title: 'Lịch sửa lại' }]);
    server.clock.advance(days(1));
    const after = await channels('tv');
    expect(after.day > before.day).toBe(true);
    expect(after.items[0]).toMatchObject({ programmeSample: true });
  });

  test('days long past are let go of', async () => {
    const { day } = await channels('tv');
    await handIn('tv-tay-ninh', day, [{ at: '06:00', title: 'Một' }]);
    server.clock.advance(days(40));
    const { day: later } = await channels('tv');
    await handIn('tv-tay-ninh', later, [{ at: '06:00', title: 'Hai' }]);
    const { rows } = await server.deps.db.query('select channel_id from media_programmes');
    expect(rows).toHaveLength(1);
  });

  test('a channel nobody has, one that is hidden, hours that do not exist and foreign keys are refused', async () => {
    const item = { at: '06:00', title: 'Thời sự' };
    expect((await handIn('tv-la', '2026-11-26', [item])).status).toBe(404);
    expect((await handIn('tv-long-an', '2026-11-26', [item])).status).toBe(404);
    expect((await handIn('tv-tay-ninh', '2026-11-26', [{ ...item, at: '24:10' }])).status).toBe(400);
    expect((await handIn('tv-tay-ninh', '2026-11-26', [])).status).toBe(400);
    expect((await handIn('tv-tay-ninh', '2026-11-26', [item], `${TEST_INTEGRATION_KEY}-narrow`)).status).toBe(403);
  });

  test('without sample data no times are made up, and without addresses nothing plays', async () => {
    const bare = await buildTestServer({ kind, env: { SAMPLE_DATA: 'off', MEDIA_STREAMS: '' } });
    expect((await channels('tv', bare)).items[0]).toMatchObject({ streams: [], programme: [], programmeSample: false });
    await bare.close();
  });
});
