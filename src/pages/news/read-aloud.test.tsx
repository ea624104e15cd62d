// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { installFakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import { ReadAloud } from './parts/read-aloud';
import { ShareArticle } from './parts/share-article';
import { spokenPieces } from './spoken';

const article = {
  about: {
    slug: 'mua-lon-1a2b3c4d',
    topic: { id: 'an-toan', vi: 'An toàn', en: 'Safety' },
    title: 'Mưa lớn đêm nay',
    summary: 'Ở trong nhà.',
    publishedAt: '2026-11-25T01:00:00Z',
    alertUntil: null,
    picture: null,
    sample: false,
  },
  html: '<p>Nước lên nhanh. Không qua cầu.</p><ul><li><p>Mang đèn</p></li></ul><p><script>hit(1)</script></p>',
  pictures: [],
  author: 'Tòa soạn',
  source: null,
  changedAt: null,
};

/** What the browser's speech is to a page; says what was spoken. */
function installVoices(langs: string[]) {
  class Utterance extends EventTarget {
    lang = '';
    voice: unknown = null;
    constructor(readonly text: string) {
      super();
    }
  }
  const spoken: Utterance[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => langs.map((lang) => ({ lang, name: lang })),
    speak: (saying: Utterance) => void spoken.push(saying),
    cancel: () => void spoken.splice(0),
  });
  vi.stubGlobal('speechSynthesis', synthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  return { spoken, synthesis, langs };
}

afterEach(() => vi.unstubAllGlobals());

test('an article is read title first, block by block, without what is not text, in pieces a phone can say', () => {
  expect(spokenPieces(article)).toEqual([
    'Mưa lớn đêm nay',
    'Ở trong nhà.',
    'Nước lên nhanh.',
    'Không qua cầu.',
    'Mang đèn',
  ]);
  const long = spokenPieces({ ...article, html: `<p>${'nước dâng '.repeat(100)}</p>` });
  expect(Math.max(...long.map(({ length }) => length))).toBeLessThanOrEqual(200);
  expect(long.slice(2).join(' ')).toBe('nước dâng '.repeat(100).trim());
});

test('without a Vietnamese voice there is no button; when the phone finds one there is', async () => {
  const { langs, synthesis } = installVoices(['en-US']);
  render(<ReadAloud article={article} />);
  expect(screen.queryByRole('button')).toBeNull();
  langs.push('vi-VN');
  act(() => void synthesis.dispatchEvent(new Event('voiceschanged')));
  expect(await screen.findByRole('button', { name: 'Nghe đọc bài' })).toBeVisible();
});

test('reads in that voice, stops on a tap and when the article is left, says when the phone cannot', async () => {
  const { spoken } = installVoices(['en-US', 'vi_VN']);
  const { unmount } = render(<ReadAloud article={article} />);
  await userEvent.click(screen.getByRole('button', { name: 'Nghe đọc bài' }));
  expect(spoken.map(({ text }) => text)[0]).toBe('Mưa lớn đêm nay');
  expect(spoken.every(({ lang }) => lang === 'vi_VN')).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Dừng đọc' }));
  expect(spoken).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: 'Nghe đọc bài' }));
  act(() => void spoken.at(-1)?.dispatchEvent(new Event('end')));
  expect(screen.getByRole('button', { name: 'Nghe đọc bài' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Nghe đọc bài' }));
  act(() => void spoken[0]?.dispatchEvent(Object.assign(new Event('error'), { error: 'synthesis-failed' })));
  expect(screen.getByRole('alert')).toHaveTextContent('Máy chưa đọc được bài này');

  await userEvent.click(screen.getByRole('button', { name: 'Nghe đọc bài' }));
  unmount();
  expect(spoken).toEqual([]);
});

test('a link to the article is sent by Zalo’s sheet; whoever closes the sheet sent nothing', async () => {
  const zalo = installFakeZalo();
  installFakeServer();
  zalo.answer('action.open.sharesheet', { data: { status: 2, share_type: 2, uid_to_size: 1 } });
  render(<ShareArticle slug="mua-lon-1a2b3c4d" />);
  await userEvent.click(screen.getByRole('button', { name: 'Chia sẻ qua Zalo' }));
  expect(await screen.findByText('Đã gửi đường dẫn bài này.')).toBeVisible();
  const asked = zalo.calls.find(({ action }) => action === 'action.open.sharesheet');
  expect(JSON.stringify(asked?.params)).toMatch(/https:\/\/zalo\.me\/s\/\d+\/tin-tuc\/mua-lon-1a2b3c4d/);
  zalo.answer('action.open.sharesheet', { data: { status: 0, share_type: 0, uid_to_size: 0 } });
  await userEvent.click(screen.getByRole('button', { name: 'Chia sẻ qua Zalo' }));
  expect(await screen.findByText('Bạn chưa gửi cho ai.')).toBeVisible();
});
