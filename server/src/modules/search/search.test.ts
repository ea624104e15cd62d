import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import type { SearchEntry } from '#core/search-feed';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

interface Answer {
  items: Schemas['SearchHit'][];
  next: string | null;
  total: number;
  understood: string | null;
  suggestions: string[];
}

describe.each(databaseKinds)('search on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    phone = await server.phone('anh').open();
  });
  afterAll(() => server.close());

  async function search(q: string, more = ''): Promise<Answer> {
    const answer = await phone.call<Answer>('GET', `/search?q=${encodeURIComponent(q)}${more}`);
    expect(answer.status).toBe(200);
    return answer.body;
  }
  const first = async (q: string): Promise<string | undefined> => (await search(q)).items[0]?.path;

  test.each([
    ['Đăng ký khai sinh', '/thu-tuc/1.001193'],
    ['dang ky khai sinh', '/thu-tuc/1.001193'],
    ['ks', '/thu-tuc/1.001193'],
    ['khai si', '/thu-tuc/1.001193'],
    ['1.001193', '/thu-tuc/1.001193'],
    ['bang lai xe', '/thu-tuc/3.000347'],
    ['khai snih', '/thu-tuc/1.001193'],
    ['kkai sinh', '/thu-tuc/1.001193'],
    ['benh vien hong hung', '/tien-ich/health/bv-hong-hung'],
    ['bệnh vện hồng hưng', '/tien-ich/health/bv-hong-hung'],
    ['nuibaden', undefined],
    ['núi bà đen', '/tien-ich/tourism/nui-ba-den'],
    ['sở giao thông vận tải', '/tien-ich/office/so-xay-dung'],
    ['114', '/tien-ich/hotline/hotline-114'],
    ['phường tân ninh', '/co-quan/25459'],
    ['tan ninh', '/co-quan/25459'],
    ['kiểm tra hồ sơ', '/tra-cuu'],
    ['lấy số', '/dat-lich'],
  ])('“%s” → %s', async (q, path) => {
    if (path !== undefined) expect(await first(q)).toBe(path);
    else expect((await search(q)).suggestions.length).toBeGreaterThan(0);
  });

  test('among what is called the same, what can be done goes before what can be read', async () => {
    const entry = (kind: SearchEntry['kind']): SearchEntry => ({
      ...{
        kind,
        ref: `same-${kind}`,
        title: 'Trùng tên hoàn toàn',
        meta: null,
        path: `/${kind}`,
        weight: 10,
        body: '',
      },
      names: [{ text: 'Trùng tên hoàn toàn', said: null }],
    });
    const kinds = ['article', 'report', 'place', 'procedure'] as const;
    await server.deps.search.put(server.deps.db, kinds.map(entry));
    const { items } = await search('trùng tên hoàn toàn');
    expect(items.map((hit) => hit.kind)).toEqual(['procedure', 'place', 'report', 'article']);
    for (const one of kinds) await server.deps.search.remove(server.deps.db, one, [`same-${one}`]);
  });

  test('a former commune that was split gives both new ones and says of each that it is a part', async () => {
    const { items } = await search('suối đá');
    const communes = items.filter((hit) => hit.kind === 'commune').slice(0, 2);
    expect(communes.map(({ title }) => title).sort()).toEqual(['Phường Bình Minh', 'Xã Dương Minh Châu']);
    expect(communes.map(({ also }) => also)).toEqual(['Gồm một phần xã Suối Đá cũ', 'Gồm một phần xã Suối Đá cũ']);
  });

  test('a slip of the finger is said, what was typed rightly is not', async () => {
    expect((await search('khai snih')).understood).toBe('khai sinh');
    expect((await search('khai sinh')).understood).toBeNull();
  });

  test('nothing typed or found: words to begin with, each of which finds something', async () => {
    for (const q of ['', 'zzqqxx']) {
      const { items, suggestions } = await search(q);
      expect(items).toEqual([]);
      expect(suggestions.length).toBeGreaterThan(3);
      for (const words of suggestions) expect((await search(words)).items.length).toBeGreaterThan(0);
    }
  });

  test('pages do not overlap and end', async () => {
    const all = await search('phường', '&limit=100');
    expect(all.items.length).toBeGreaterThan(10);
    const paths: string[] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page: Answer = await search('phường', `&limit=7&cursor=${cursor}`);
      paths.push(...page.items.map(({ path }) => path));
      cursor = page.next;
    }
    expect(paths).toEqual(all.items.map(({ path }) => path));
    expect(new Set(paths).size).toBe(all.total);
    expect((await phone.call('GET', '/search?q=a&cursor=x')).body.code).toBe('bad-request');
  });

  test('exact name, then beginning, then words of the name, then words said about it', async () => {
    const entry = (ref: string, title: string, body = ''): SearchEntry => ({
      kind: 'place',
      ref,
      title,
      meta: null,
      path: `/tien-ich/health/${ref}`,
      weight: 10,
      names: [{ text: title, said: null }],
      body,
    });
    const entries = [
      entry('z-body', 'Trạm số một', 'gần zubi lakka'),
      entry('z-words', 'Lakka và zubi'),
      entry('z-phrase', 'Nhà zubi lakka'),
      entry('z-begins', 'Zubi lakka mới'),
      entry('z-exact', 'Zubi Lakka'),
    ];
    await server.deps.search.put(server.deps.db, entries);
    const refs = async () => (await search('zubi lakka')).items.map(({ id }) => id);
    expect(await refs()).toEqual(['z-exact', 'z-begins', 'z-phrase', 'z-words', 'z-body']);
    // Written again: the new name counts, the old is gone.
    await server.deps.search.put(server.deps.db, [entry('z-exact', 'Khác hẳn')]);
    expect(await refs()).toEqual(['z-begins', 'z-phrase', 'z-words', 'z-body']);
    await server.deps.search.remove(server.deps.db, 'place', ['z-begins', 'z-body']);
    expect(await refs()).toEqual(['z-phrase', 'z-words']);
  });

  test.each(["';drop table search_entries;--", '& | ! ( ) : *', '\\', "a'b", '%_%', '🙂', 'đ'.repeat(100)])(
    'odd words are only words: %s',
    async (q) => expect((await search(q)).total).toBeGreaterThanOrEqual(0),
  );

  describe('recent searches', () => {
    const recent = async (of = phone): Promise<string[]> => {
      const answer = await of.call<{ items: Schemas['RecentSearch'][] }>('GET', '/search/recent');
      return answer.body.items.map(({ words }) => words);
    };
    const keep = (words: string, of = phone) => of.call('PUT', '/search/recent', { body: { words } });

    test('newest first, once each whatever the marks, ten at most, one’s own alone', async () => {
      for (let n = 1; n <= 12; n += 1) {
        await keep(`thủ tục ${n}`);
        server.clock.advance(1000);
      }
      expect(await recent()).toEqual(Array.from({ length: 10 }, (_, index) => `thủ tục ${12 - index}`));
      await keep('THU TUC 5');
      expect((await recent())[0]).toBe('THU TUC 5');
      expect(await recent()).toHaveLength(10);
      expect(await recent(await server.phone('binh').open())).toEqual([]);
    });

    test('one is forgotten, or all', async () => {
      await phone.call('DELETE', `/search/recent?words=${encodeURIComponent('thủ tục 5')}`);
      expect(await recent()).toHaveLength(9);
      await phone.call('DELETE', '/search/recent');
      expect(await recent()).toEqual([]);
    });

    test.each(['0987 654 321', '072188000001', 'hồ sơ 000.00.00.H53-261125-0001'])(
      'numbers of people are not kept: %s',
      async (words) => {
        expect((await keep(words)).status).toBe(204);
        expect(await recent()).toEqual([]);
      },
    );

    test('after 90 days they are gone', async () => {
      await keep('khai sinh');
      server.clock.advance(days(91));
      await phone.open();
      expect(await recent()).toEqual([]);
    });
  });
});
