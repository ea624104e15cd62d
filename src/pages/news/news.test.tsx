import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecoilRoot } from 'recoil';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { articleLink, isArticleElement, pictureIn } from '@dvc/contract/article-html';
import { hostileHtml } from '@dvc/contract/hostile-html';
import { forgetAnswers } from '#api';
import { setPreferences } from '#config';
import { setClock } from '#lib/clock';
import { installFakeServer, problem, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import ArticleScreen from './article-screen';
import NewsListScreen from './news-list-screen';
import { ArticleBody } from './parts/article-body';

const topic = { id: 'an-toan', vi: 'An toàn', en: 'Safety' };
const picture = {
  id: '90a7c1e0-0000-4000-8000-0000000000a1',
  alt: 'Cầu mới',
  width: 960,
  height: 540,
  widths: [240, 480, 960],
};
const about = {
  slug: 'mua-lon-1a2b3c4d',
  topic,
  title: 'Mưa lớn đêm nay',
  summary: 'Ở trong nhà.',
  publishedAt: '2026-11-25T01:00:00Z',
  alertUntil: null as string | null,
  picture: null as typeof picture | null,
  sample: false,
};
const article = {
  about,
  html: '<p>Đọc kỹ.</p>',
  pictures: [picture],
  author: 'Tòa soạn',
  source: null,
  changedAt: null,
};
const page = {
  items: [about],
  next: null,
  alerts: [] as (typeof about)[],
  topics: [topic, { id: 'van-hoa', vi: 'Văn hóa', en: 'Culture' }],
};

let server: FakeServer;
let resetClock: () => void;

function open(path: string): void {
  render(
    <RecoilRoot>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/tin-tuc" element={<NewsListScreen />} />
          <Route path="/tin-tuc/:slug" element={<ArticleScreen />} />
        </Routes>
      </MemoryRouter>
    </RecoilRoot>,
  );
}

beforeEach(() => {
  installFakeZalo();
  server = installFakeServer();
  server.on('GET /news/mua-lon-1a2b3c4d', article);
  forgetAnswers();
  resetClock = setClock({ now: () => new Date('2026-11-25T03:00:00Z') });
});
afterEach(() => {
  resetClock();
  setPreferences({ dataSaving: false });
});

describe('the list', () => {
  test('alerts that hold stand on top, those that are over do not; topics are links', async () => {
    const alert = { ...about, slug: 'a', title: 'Bão vào chiều nay', alertUntil: '2026-11-25T09:00:00Z' };
    const over = { ...about, slug: 'b', title: 'Đã qua', alertUntil: '2026-11-25T02:00:00Z' };
    server.on('GET /news', { ...page, alerts: [alert, over] });
    open('/tin-tuc?chu-de=an-toan');
    expect(await screen.findByRole('link', { name: 'Bão vào chiều nay' })).toHaveAttribute('href', '/tin-tuc/a');
    expect(screen.getByText('Tin khẩn, đến 16:00 hôm nay')).toBeVisible();
    expect(screen.queryByText('Đã qua')).toBeNull();
    expect(screen.getByRole('link', { name: 'Văn hóa' })).toHaveAttribute('href', '/tin-tuc?chu-de=van-hoa');
    expect(screen.getByRole('link', { name: 'An toàn' })).toHaveAttribute('aria-current', 'true');
    expect(server.asked[0]?.path).toBe('/news?topic=an-toan');
  });

  test.each([
    ['a topic', '/tin-tuc?chu-de=an-toan', 'Chưa có tin ở chủ đề này'],
    ['a province', '/tin-tuc', 'Chưa có tin nào'],
  ])('%s without news says so', async (_which, path, says) => {
    server.on('GET /news', { ...page, items: [] });
    open(path);
    expect(await screen.findByText(says)).toBeVisible();
  });
});

describe('an article', () => {
  test('links lead into the app, to the dialler, or out by Zalo; nothing else is a link', async () => {
    const html =
      '<p><a href="/tra-cuu">tra cứu</a> <a href="tel:1022">gọi 1022</a> <a href="https://tayninh.gov.vn/">trang</a> <a href="/khong-co">đường lạ</a></p>';
    server.on('GET /news/mua-lon-1a2b3c4d', { ...article, html });
    open('/tin-tuc/mua-lon-1a2b3c4d');
    expect(await screen.findByRole('link', { name: 'tra cứu' })).toHaveAttribute('href', '/tra-cuu');
    expect(screen.getByRole('button', { name: 'gọi 1022' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'trang' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'đường lạ' })).toBeNull();
    expect(screen.getByText(/đường lạ/)).toBeVisible();
  });

  test('with data saving a picture says what it shows, comes on a tap, and in its smallest width', async () => {
    const html = `<figure><img data-picture="${picture.id}"></figure>`;
    server.on('GET /news/mua-lon-1a2b3c4d', { ...article, html });
    setPreferences({ dataSaving: true });
    open('/tin-tuc/mua-lon-1a2b3c4d');
    const show = await screen.findByRole('button', { name: 'Xem ảnh: Cầu mới' });
    expect(screen.queryByRole('img', { name: 'Cầu mới' })).toBeNull();
    await userEvent.click(show);
    const shown = screen.getByRole('img', { name: 'Cầu mới' });
    expect(shown.getAttribute('src')).toMatch(/width=240$/);
    expect(shown).not.toHaveAttribute('srcset');
  });

  test('a sample says so, a correction says when', async () => {
    server.on('GET /news/mua-lon-1a2b3c4d', {
      ...article,
      about: { ...about, sample: true },
      changedAt: '2026-11-25T02:00:00Z',
    });
    open('/tin-tuc/mua-lon-1a2b3c4d');
    expect(await screen.findByText(/không phải tin của tỉnh/)).toBeVisible();
    expect(screen.getByText(/Sửa lúc 09:00 hôm nay/)).toBeVisible();
  });

  test('what was withdrawn leads to the others', async () => {
    server.on('GET /news/mua-lon-1a2b3c4d', problem(404, 'not-found'));
    open('/tin-tuc/mua-lon-1a2b3c4d');
    expect(await screen.findByRole('heading', { level: 1, name: 'Bài này không còn' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem tin khác' })).toHaveAttribute('href', '/tin-tuc');
  });
});

/** Were the server taken over: hostile HTML that reaches the phone as it was written. */
describe('HTML that nobody made safe', () => {
  const allowed = new Set(['data-picture', 'href', 'type', 'class', 'lang', 'colspan', 'rowspan']);
  const ofPictures = new Set(['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading']);

  test.each(Object.entries(hostileHtml))('%s', async (_, html) => {
    const hit = vi.fn();
    vi.stubGlobal('hit', hit);
    const onWeb = vi.fn<(url: string) => void>();
    const { container } = render(
      <ArticleBody html={html} pictures={[picture]} onWeb={onWeb} onCall={() => undefined} />,
    );
    const root = container.firstElementChild;
    for (const element of root?.querySelectorAll('*') ?? []) {
      expect(isArticleElement(element.localName) || element.localName === 'button', element.outerHTML).toBe(true);
      for (const { name, value } of element.attributes) {
        expect(allowed.has(name) || (element.localName === 'img' && ofPictures.has(name)), name).toBe(true);
        if (name === 'href') expect(articleLink(value)?.kind).toBe('place');
        if (name === 'src') expect(value).toMatch(/^https:\/\/smart\.tayninh\.example\/news-pictures\//);
        if (name === 'data-picture') expect(pictureIn(value)).toBeDefined();
      }
    }
    for (const button of root?.querySelectorAll('button') ?? []) await userEvent.click(button);
    for (const [url] of onWeb.mock.calls) expect(url).toMatch(/^https?:\/\//);
    expect(hit).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
