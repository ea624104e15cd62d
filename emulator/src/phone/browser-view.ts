import { button, h } from './dom.ts';

/** Zalo's in-app browser: a bar with the address and ×, and the page under it. */
export class BrowserView {
  readonly element: HTMLElement;
  readonly #bar = h('span', { class: 'address' });
  readonly #stage = h('div', { class: 'stage' });
  readonly #closed: () => void;
  #frame: HTMLIFrameElement | null = null;

  constructor(closed: () => void) {
    this.#closed = closed;
    const close = button('×', () => this.close(), { 'aria-label': 'Đóng trình duyệt', class: 'close' });
    this.element = h(
      'section',
      { class: 'view browser', 'aria-label': 'Trình duyệt trong Zalo', hidden: true },
      h('div', { class: 'browser-bar' }, close, this.#bar),
      this.#stage,
    );
  }

  get isOpen(): boolean {
    return this.#frame !== null;
  }

  /** Whether a message comes from the page in this browser. */
  isSource(source: MessageEventSource | null): boolean {
    return this.#frame !== null && source === this.#frame.contentWindow;
  }

  open(url: string, title: string): void {
    this.#bar.textContent = URL.canParse(url) ? new URL(url).host : url;
    this.#frame = h('iframe', { title, src: url, allow: 'camera; clipboard-write' });
    this.#stage.replaceChildren(this.#frame);
    this.element.hidden = false;
  }

  close(): void {
    if (this.#frame === null) return;
    this.#frame = null;
    this.#stage.replaceChildren();
    this.element.hidden = true;
    this.#closed();
  }
}
