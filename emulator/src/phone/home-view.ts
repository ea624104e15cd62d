import type { TextMessage } from '../control-client.ts';
import { button, h } from './dom.ts';
import { plain } from './words.ts';

interface HomeActs {
  openApp: () => void;
  openChat: () => void;
  scan: () => void;
  openLink: (url: string) => void;
}

/** Zalo's first screen: search, QR, chats. */
export class HomeView {
  readonly element: HTMLElement;
  readonly #unread = h('span', { class: 'badge', hidden: true });
  readonly #last = h('span', { class: 'quiet' });
  readonly #texts = h('div', { class: 'log', role: 'region', 'aria-label': 'Tin nhắn SMS', hidden: true });
  readonly #acts: HomeActs;

  constructor(appName: string, acts: HomeActs) {
    this.#acts = acts;
    const search = h('input', {
      type: 'search',
      'aria-label': 'Tìm trong Zalo',
      placeholder: 'Tìm kiếm',
      autocomplete: 'off',
    });
    const results = h('div', { class: 'results', role: 'region', 'aria-label': 'Kết quả tìm', 'aria-live': 'polite' });
    const find = (): void => {
      const wanted = plain(search.value);
      if (wanted === '') return results.replaceChildren();
      const app = button('', acts.openApp, { class: 'row', 'aria-label': `Mở ứng dụng ${appName}` });
      app.append(
        h('span', { class: 'face', 'aria-hidden': 'true' }, appName.slice(0, 1)),
        h('span', {}, h('strong', {}, appName), h('span', { class: 'quiet' }, 'Mini App')),
      );
      return results.replaceChildren(
        plain(appName).includes(wanted) ? app : h('p', { class: 'quiet' }, 'Không thấy gì khớp.'),
      );
    };
    search.addEventListener('input', find);
    const chat = button('', acts.openChat, { class: 'row' });
    chat.append(
      h('span', { class: 'face official', 'aria-hidden': 'true' }, appName.slice(0, 1)),
      h('span', {}, h('strong', {}, `Tin nhắn từ ${appName}`), this.#last),
      this.#unread,
    );
    this.element = h(
      'section',
      { class: 'view home', 'aria-label': 'Zalo' },
      h('div', { class: 'search-bar' }, search, button('Quét QR', acts.scan, { 'aria-label': 'Quét mã QR' })),
      results,
      h('h2', { class: 'quiet' }, 'Tin nhắn'),
      chat,
      this.#texts,
    );
  }

  /** Text messages of the phone itself; none: no room for them. A link in one is tapped as such. */
  showTexts(texts: readonly TextMessage[]): void {
    this.#texts.hidden = texts.length === 0;
    this.#texts.replaceChildren(
      h('h2', { class: 'quiet' }, 'Tin nhắn SMS'),
      ...texts.map(({ text }) => {
        const link = /https?:\/\/\S+/.exec(text)?.[0];
        const words = h('p', {}, text);
        const tap = link === undefined ? null : button('Mở liên kết', () => this.#acts.openLink(link));
        return h('article', { class: 'message' }, words, tap);
      }),
    );
  }

  showChat(last: string, unread: number): void {
    this.#last.textContent = last === '' ? 'Tài khoản chính thức' : last;
    this.#unread.hidden = unread === 0;
    this.#unread.textContent = `${unread} tin mới`;
  }
}
