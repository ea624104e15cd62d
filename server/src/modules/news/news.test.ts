import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { hostileArticle } from '@dvc/contract/hostile-html';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hours } from '#core/clock';
import { photo } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Office = Schemas['OfficeArticle'] & Problem;
interface Page {
  items: Schemas['ArticleSummary'][];
  next: string | null;
  alerts: Schemas['ArticleSummary'][];
  topics: Schemas['NewsTopic'][];
}

const input = (more: Partial<Schemas['ArticleInput']> = {}): Schemas['ArticleInput'] => ({
  title: 'Đường ven sông mở lại',
  summary: 'Xe máy qua được từ chiều nay.',
  html: '<p>Đoạn qua cầu đã sửa xong.</p>',
  topic: 'chinh-quyen',
  author: 'Tòa soạn',
  ...more,
});

describe.each(databaseKinds)('news on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '50', SAMPLE_DATA: 'on' } });
    phone = server.phone('anh');
  });
  afterAll(() => server.close());

  async function office<T = Office>(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    body?: object,
    key = TEST_INTEGRATION_KEY,
  ) {
    const answer = await server.app.inject({
      method,
      url: `/integration${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(Buffer.isBuffer(body) ? { 'content-type': 'image/jpeg' } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json<T>() };
  }
  const publish = async (more: Partial<Schemas['ArticleInput']> = {}, id: string = randomUUID()) => {
    const answer = await office('PUT', `/news/${id}`, input(more));
    return { id, ...answer };
  };
  const list = async (query = ''): Promise<Page> => (await phone.call<Page>('GET', `/news${query}`)).body;
  const read = (slug: string) => phone.call<Schemas['Article'] & Problem>('GET', `/news/${slug}`);
  const found = async (words: string) =>
    (await phone.call<{ items: Schemas['SearchHit'][] }>('GET', `/search?q=${encodeURIComponent(words)}`)).body.items;

  test('what was published is in the list, is read by anybody, and found by its words', async () => {
    const { status, body } = await publish({ topic: 'an-toan', title: 'Cầu treo Bến Sỏi đóng hai ngày' });
    expect(status).toBe(200);
    const { slug } = body.article.about;
    expect(slug).toMatch(/^cau-treo-ben-soi-dong-hai-ngay-[0-9a-f]{8}$/);
    expect((await list('?topic=an-toan')).items[0]).toMatchObject({
      slug,
      topic: { vi: 'An toàn, thời tiết' },
      sample: false,
    });
    expect((await read(slug)).body).toMatchObject({
      html: '<p>Đoạn qua cầu đã sửa xong.</p>',
      changedAt: null,
      source: null,
    });
    expect((await found('cau treo ben soi'))[0]).toMatchObject({ kind: 'article', path: `/tin-tuc/${slug}` });
  });

  test('samples say that they are samples', async () => {
    const { items } = await list('?limit=100');
    expect(items.filter(({ sample }) => sample)).toHaveLength(4);
  });

  test('page by page every article is met once, newest first', async () => {
    for (let count = 0; count < 25; count += 1) {
      server.clock.advance(1000);
      await publish({ topic: 'kinh-te', title: `Giá lúa ngày ${count}` });
    }
    const titles: string[] = [];
    for (let query = '?topic=kinh-te&limit=10', pages = 0; pages < 4; pages += 1) {
      const page = await list(query);
      titles.push(...page.items.map(({ title }) => title));
      if (page.next === null) break;
      query = `?topic=kinh-te&limit=10&cursor=${page.next}`;
    }
    expect(titles).toHaveLength(26);
    expect(new Set(titles).size).toBe(26);
    expect(titles[0]).toBe('Giá lúa ngày 24');
  });

  test('a correction keeps the address and says when; the same words again change nothing', async () => {
    const { id, body: first } = await publish();
    const { slug } = first.article.about;
    server.clock.advance(hours(1));
    expect((await publish({}, id)).body.article.changedAt).toBeNull();
    const { body } = await publish({ title: 'Đường ven sông mở lại một chiều' }, id);
    expect(body.article.about).toMatchObject({ slug, title: 'Đường ven sông mở lại một chiều' });
    expect(body.article.changedAt).toBe(server.clock.now().toISOString());
    expect(body.article.about.publishedAt).toBe(first.article.about.publishedAt);
  });

  test('what was taken back is gone from everywhere, and can be published again', async () => {
    const { id, body } = await publish({ title: 'Tin nhầm về chợ Long Hoa' });
    const { slug } = body.article.about;
    const withdrawn = await office('PUT', `/news/${id}/withdrawal`, { by: 'Tòa soạn', reason: 'Nhầm ngày' });
    expect(withdrawn.body.withdrawn).toMatchObject({ by: 'Tòa soạn', reason: 'Nhầm ngày' });
    expect((await read(slug)).status).toBe(404);
    expect((await list()).items.map((item) => item.slug)).not.toContain(slug);
    expect(await found('tin nham ve cho long hoa')).not.toContainEqual(expect.objectContaining({ id }));
    const all = await office<{ items: { id: string; withdrawn: boolean }[] }>('GET', '/news');
    expect(all.body.items.find((item) => item.id === id)?.withdrawn).toBe(true);
    await publish({ title: 'Tin đúng về chợ Long Hoa' }, id);
    expect((await read(slug)).body.about.title).toBe('Tin đúng về chợ Long Hoa');
  });

  test('an alert stands on top as long as it holds, whatever the topic', async () => {
    server.clock.advance(1000);
    const until = new Date(server.clock.now().getTime() + hours(3)).toISOString();
    const { id, body } = await publish({ title: 'Mưa rất lớn đêm nay', topic: 'an-toan', alertUntil: until });
    const { slug } = body.article.about;
    const headlines = async () =>
      (await phone.call<Pick<Page, 'alerts'> & { latest: unknown[] }>('GET', '/headlines')).body;
    expect((await list('?topic=van-hoa')).alerts.map((item) => item.slug)).toEqual([slug]);
    expect(await headlines()).toMatchObject({ alerts: [{ slug, alertUntil: until }], latest: [{ slug }, {}, {}] });
    server.clock.advance(hours(4));
    expect((await headlines()).alerts).toEqual([]);
    expect((await read(slug)).status).toBe(200);
    await office('PUT', `/news/${id}/withdrawal`, { by: 'Tòa soạn', reason: 'Hết mưa' });
  });

  test('hostile articles leave the server harmless', async () => {
    const { status, body } = await publish({ html: hostileArticle });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.takenOut).toContain('<script>');
    const { html } = (await read(body.article.about.slug)).body;
    expect(html).toContain('đọc được');
    for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).not.toMatch(/script|\son\w+=|src=|style/i);
  });

  describe('pictures', () => {
    test('come in the widths they have pixels for, upright, without what the camera wrote', async () => {
      const sent = await photo({ width: 800, height: 600, orientation: 6 });
      const { status, body } = await office<Schemas['NewsPicture']>('POST', '/news-pictures?alt=Cau%20moi', sent);
      expect(status).toBe(200);
      expect(body).toMatchObject({ alt: 'Cau moi', widths: [240, 480], width: 480, height: 640 });
      const answer = await server.app.inject({ url: `/news-pictures/${body.id}?width=240` });
      expect(answer.headers['cache-control']).toMatch(/immutable/);
      const drawn = await sharp(answer.rawPayload).metadata();
      expect(drawn).toMatchObject({ format: 'jpeg', width: 240, height: 320 });
      expect(drawn.exif).toBeUndefined();
      expect((await server.app.inject({ url: `/news-pictures/${body.id}?width=241` })).statusCode).toBe(404);

      const html = `<p>Xem ảnh</p><img data-picture="${body.id}">`;
      const { body: published } = await publish({ picture: body.id, html });
      expect(published.article).toMatchObject({ about: { picture: { id: body.id } }, pictures: [{ id: body.id }] });
    });

    test('what is no picture is refused, and so is an article that shows one nobody sent', async () => {
      expect((await office('POST', '/news-pictures?alt=Anh', Buffer.from('<svg onload=hit(1)>'))).status).toBe(422);
      const { status, body } = await publish({ picture: randomUUID() });
      expect(status).toBe(422);
      expect(body.errors?.[0]?.path).toBe('picture');
    });
  });

  test('a topic nobody knows and a text that is nothing but script are refused in words', async () => {
    expect((await publish({ topic: 'la' })).body.errors?.[0]?.message).toMatch(/Các chủ đề: chinh-quyen/);
    expect((await publish({ html: '<script>hit(1)</script>' })).body.errors?.[0]?.path).toBe('html');
  });

  test('only with a key that may', async () => {
    expect((await office('PUT', `/news/${randomUUID()}`, input(), `${TEST_INTEGRATION_KEY}-narrow`)).status).toBe(403);
    expect((await phone.call('GET', '/news?cursor=x')).status).toBe(400);
  });
});
