import type { OfficialMessage } from '../control-client.ts';
import { button, h } from './dom.ts';

type MessageButton = OfficialMessage['buttons'][number];

interface ChatActs {
  back: () => void;
  tap: (button: MessageButton) => void;
  write: (text: string) => void;
  follow: () => void;
}

const timeOf = (at: number): string =>
  new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit' })
    .format(at)
    .replace('-', '/');

/** The chat with the province's Official Account. */
export class ChatView {
  readonly element: HTMLElement;
  readonly #log: HTMLElement;
  readonly #followBar: HTMLElement;
  readonly #acts: ChatActs;

  constructor(name: string, acts: ChatActs) {
    this.#acts = acts;
    this.#log = h('div', { class: 'log', role: 'log', 'aria-label': `Tin nhắn với ${name}` });
    const text = h('input', { type: 'text', 'aria-label': 'Viết tin nhắn', autocomplete: 'off' });
    const form = h('form', { class: 'write' }, text, h('button', { class: 'main' }, 'Gửi'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (text.value.trim() === '') return;
      acts.write(text.value.trim());
      text.value = '';
    });
    this.#followBar = h('p', { class: 'follow' }, 'Bạn chưa quan tâm tài khoản này. ', button('Quan tâm', acts.follow));
    this.element = h(
      'section',
      { class: 'view chat', 'aria-label': `Trò chuyện với ${name}`, hidden: true },
      h(
        'div',
        { class: 'bar' },
        button('‹ Quay lại', acts.back),
        h('strong', {}, name),
        h('span', { class: 'badge' }, 'Tài khoản chính thức'),
      ),
      this.#followBar,
      this.#log,
      form,
    );
  }

  show(messages: readonly OfficialMessage[], follows: boolean): void {
    this.#followBar.hidden = follows;
    const empty = h('p', { class: 'quiet' }, 'Chưa có tin nhắn nào.');
    this.#log.replaceChildren(...(messages.length === 0 ? [empty] : messages.map((message) => this.#draw(message))));
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #draw(message: OfficialMessage): HTMLElement {
    const rows = message.rows.flatMap((row) => [h('dt', {}, row.key), h('dd', {}, row.value)]);
    return h(
      'article',
      { class: `message ${message.from === 'person' ? 'mine' : ''}` },
      message.title === undefined ? null : h('h3', {}, message.title),
      ...message.text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => h('p', {}, line)),
      rows.length === 0 ? null : h('dl', {}, ...rows),
      ...message.buttons.map((one) => button(one.title, () => this.#acts.tap(one), { class: 'message-button' })),
      h('time', {}, timeOf(message.at)),
    );
  }
}
