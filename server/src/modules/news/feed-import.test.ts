import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Schemas } from '@dvc/contract';
import { hostileArticle } from '@dvc/contract/hostile-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hours, minutes } from '#core/clock';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';
import { createFeedImport, type Feed } from './feed-import.ts';
import { readNewsPlan } from './news-plan.ts';

interface Page {
  items: Schemas['ArticleSummary'][];
}

describe.each(databaseKinds)('news from the portal on %s', (kind) => {
  let server: TestServer;
  let portal: Server;
  let feed: Feed;
  let read: (of: Feed) => Promise<{ written: number; left: number }>;
  let body = '';

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    portal = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1');
    await new Promise((done) => portal.once('listening', done));
    const place = `127.0.0.1:${String((portal.address() as AddressInfo).port)}`;
    feed = { topic: 'chinh-quyen', url: `http://${place}/rss` };
    read = createFeedImport(server.deps, await readNewsPlan(server.deps.province.folder), { trusted: [place] });
  });
  afterAll(async () => {
    portal.close();
    await server.close();
  });

  const rss = (...items: string[]): void => {
    body = `<rss><channel><title>Cổng tỉnh mẫu</title>${items.join('')}</channel></rss>`;
  };
  const item = (guid: string, title: string, html = '<p>Đường mở lại.</p>', when?: Date): string =>
    `<item><guid>${guid}</guid><title>${title}</title><link>https://portal.example/${guid}</link>
      <description><![CDATA[${html}]]></description>${when ? `<pubDate>${when.toUTCString()}</pubDate>` : ''}</item>`;
  const list = async () => (await server.phone('anh').call<Page>('GET', '/news')).body.items;
  const article = async (slug: string) =>
    (await server.phone('anh').call<Schemas['Article']>('GET', `/news/${slug}`)).body;

  test('an item is one article however often it comes; a correction says so; its day is the portal’s, never tomorrow', async () => {
    const before = new Date(server.clock.now().getTime() - hours(5));
    before.setMilliseconds(0);
    rss(item('1', 'Cầu mới', undefined, before), item('2', 'Ngày mai', undefined, new Date('2099-01-01')));
    expect(await read(feed)).toEqual({ written: 2, left: 0 });
    expect(await read(feed)).toEqual({ written: 0, left: 2 });
    const [tomorrow, bridge, ...more] = await list();
    expect(more).toEqual([]);
    expect(tomorrow?.publishedAt).toBe(server.clock.now().toISOString());
    expect(bridge).toMatchObject({ title: 'Cầu mới', publishedAt: before.toISOString(), topic: { id: 'chinh-quyen' } });
    const { source, author } = await article(bridge!.slug);
    expect({ source, author }).toEqual({
      source: { name: 'Cổng tỉnh mẫu', url: 'https://portal.example/1' },
      author: 'Cổng tỉnh mẫu',
    });

    server.clock.advance(minutes(15));
    rss(item('1', 'Cầu mới thông xe', undefined, before));
    expect(await read(feed)).toEqual({ written: 1, left: 0 });
    const corrected = await article(bridge!.slug);
    expect(corrected.about).toMatchObject({ title: 'Cầu mới thông xe', publishedAt: before.toISOString() });
    expect(corrected.changedAt).toBe(server.clock.now().toISOString());
    const { items } = (await server.phone('anh').call<{ items: unknown[] }>('GET', '/search?q=cau+moi+thong+xe')).body;
    expect(items.length).toBeGreaterThan(0);
  });

  test('what an editor took back stays away though the portal still has it', async () => {
    rss(item('3', 'Tin nhầm'));
    await read(feed);
    const all = await server.app.inject({
      url: '/integration/news',
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
    });
    const { items } = all.json<{ items: { id: string; about: { title: string } }[] }>();
    const id = items.find(({ about }) => about.title === 'Tin nhầm')?.id ?? '';
    await server.app.inject({
      method: 'PUT',
      url: `/integration/news/${id}/withdrawal`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
      payload: { by: 'Tòa soạn', reason: 'Nhầm' },
    });
    expect(await read(feed)).toEqual({ written: 0, left: 1 });
    expect((await list()).map(({ title }) => title)).not.toContain('Tin nhầm');
  });

  test('hostile items become harmless, empty ones and endless titles nothing that hurts', async () => {
    rss(
      item('4', '&lt;script&gt;hit(1)&lt;/script&gt;Tin độc', hostileArticle.replaceAll(']]>', '')),
      item('5', 'Chỉ có mã', '<script>hit(1)</script>'),
      item('6', `Dài ${'lắm '.repeat(500)}`),
      `<item><guid>7</guid><title>Liên kết lạ</title><link>javascript:hit(1)</link><description>Chữ</description></item>`,
    );
    expect(await read(feed)).toEqual({ written: 3, left: 1 });
    const found = await list();
    for (const { slug, title } of found) {
      expect(title.length).toBeLessThanOrEqual(201);
      expect(title).not.toContain('<');
      const { html, source } = await article(slug);
      for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).not.toMatch(/script|\son\w+=|src=|style/i);
      expect(source?.url ?? 'https://').toMatch(/^https:/);
    }
  });
});
