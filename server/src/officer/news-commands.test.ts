import { expect, test } from 'vitest';
import { readNewsCommand } from './news-commands.ts';
import { BadCommand } from './options.ts';

const article = ['--title', 'A', '--summary', 'B', '--topic', 'an-toan', '--file', 'a.txt'];

test('what the newsroom may ask for', () => {
  expect(readNewsCommand('news', [])).toEqual({ do: 'news' });
  expect(readNewsCommand('news-publish', [...article, '--alert-until', '2026-11-27T17:00'])).toMatchObject({
    do: 'publish-news',
    title: 'A',
    alertUntil: '2026-11-27T10:00:00.000Z',
    picture: undefined,
  });
  expect(readNewsCommand('news-publish', [...article, '--source', 'Báo tỉnh: https://a.example/b'])).toMatchObject({
    source: { name: 'Báo tỉnh', url: 'https://a.example/b' },
  });
  expect(readNewsCommand('news-withdraw', ['X', '--note', 'Nhầm'])).toMatchObject({ id: 'X', reason: 'Nhầm' });
  expect(readNewsCommand('programme', ['tv-tay-ninh', '2026-11-27', '--file', 'lich.txt'])).toEqual({
    do: 'programme',
    channelId: 'tv-tay-ninh',
    day: '2026-11-27',
    file: 'lich.txt',
  });
});

test.each([
  ['news-publish', ['--title', 'A'], 'Hãy ghi --summary'],
  ['news-publish', [...article, '--picture', 'a.jpg'], 'Hãy ghi --alt'],
  ['news-publish', [...article, '--alert-until', 'mai'], 'Không hiểu giờ “mai”'],
  ['news-publish', [...article, '--source', 'javascript:x'], 'Viết --source'],
  ['news-withdraw', ['X'], 'Hãy ghi --note'],
  ['programme', ['tv-tay-ninh', 'mai', '--file', 'lich.txt'], 'Hãy ghi mã kênh và ngày'],
  ['programme', ['tv-tay-ninh', '2026-11-27'], 'Hãy ghi --file'],
  ['news-burn', [], 'Không có lệnh'],
])('%s %j is not understood', (verb, words, message) => {
  expect(() => readNewsCommand(verb, words)).toThrow(BadCommand);
  expect(() => readNewsCommand(verb, words)).toThrow(message);
});
