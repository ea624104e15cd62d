import { openAppEvent, pathOfLink } from '../host/bare-signals.ts';
import { rewriteUrl } from '../host/rewriting.ts';
import type { EmulatorFacts } from '../control-client.ts';
import type { Network } from '../native/protocol.ts';
import type { MiniAppHandle, Surroundings } from '../native/surroundings.ts';
import { BrowserView } from './browser-view.ts';
import { documentView } from './document-view.ts';
import { h } from './dom.ts';
import { MiniAppView } from './mini-app-view.ts';
import { askPerson } from './prompt-sheet.ts';
import { qrForm } from './qr-reader.ts';
import { showSheet } from './sheet.ts';

const TOAST_MS = 4_000;

/** The phone's screen: which view lies on top, and what opens what. */
export class PhoneShell {
  readonly element: HTMLElement;
  readonly app: MiniAppView;
  readonly browser: BrowserView;
  readonly #facts: EmulatorFacts;
  readonly #sheets = h('div', { class: 'sheets' });
  readonly #toasts = h('div', { class: 'toasts', role: 'status' });
  readonly #networkMark = h('span', {}, '4G');
  readonly #showChat: () => void;
  readonly #screen: HTMLElement;

  constructor(
    facts: EmulatorFacts,
    phoneId: string,
    views: { home: HTMLElement; chat: HTMLElement; showChat: () => void },
  ) {
    this.#facts = facts;
    this.#showChat = views.showChat;
    this.app = new MiniAppView(
      { appId: facts.appId, appName: facts.appName, phoneId },
      { minimise: () => this.app.minimise(), more: () => void this.#showMenu() },
    );
    this.browser = new BrowserView(() => this.app.emit('h5.event.webview.close', {}));
    const status = h('div', { class: 'status-bar', 'aria-hidden': 'true' }, h('span', {}, '9:41'), this.#networkMark);
    this.#screen = h(
      'div',
      { class: 'screen' },
      views.home,
      views.chat,
      this.app.element,
      this.browser.element,
      status,
      this.#toasts,
      this.#sheets,
    );
    this.element = h('main', { class: 'phone', 'aria-label': 'Điện thoại' }, this.#screen);
  }

  /** Any link a person may tap: to the mini app it opens the app, elsewhere the in-app browser. */
  openLink(url: string): void {
    const path = pathOfLink(url, this.#facts.appId);
    if (path !== null) this.app.open(path);
    else if (/^https?:\/\//.test(url)) this.browser.open(this.rewrite(url), 'Trang web');
    else this.toast(`Không mở được: ${url}`);
  }

  /** A page in the browser asked Zalo to open the mini app. */
  returnToApp(appId: string, path: string): void {
    if (appId !== this.#facts.appId) return;
    this.browser.close();
    this.app.open(path);
  }

  async scan(): Promise<void> {
    const form = qrForm((content) => sheet.close(content));
    const sheet = showSheet<string>(this.#sheets, {
      title: 'Quét mã QR',
      content: [form.element],
      choices: [{ label: 'Mở liên kết', result: () => form.content() || undefined, isMain: true }],
      closed: '',
    });
    const content = await sheet.result;
    if (content !== '') this.openLink(content);
  }

  toast(text: string): void {
    if (text === '') return;
    const toast = h('div', { class: 'toast' }, text);
    this.#toasts.append(toast);
    setTimeout(() => toast.remove(), TOAST_MS);
  }

  setNetwork(network: Network): void {
    this.#networkMark.textContent = { '4g': '4G', slow: 'Chậm', none: 'Không có mạng' }[network];
    this.app.setNetwork(network);
  }

  kill(): void {
    this.browser.close();
    this.#sheets.replaceChildren();
    this.app.kill();
  }

  rewrite(url: string): string {
    return rewriteUrl(url, this.#facts, window.location);
  }

  attach(handle: MiniAppHandle): Surroundings {
    this.app.attach(handle);
    return {
      ask: (prompt) => askPerson(this.#sheets, prompt, this.#facts.appName),
      openBrowser: (url) => {
        if (pathOfLink(url, this.#facts.appId) !== null) this.openLink(url);
        else this.browser.open(url, 'Trang web');
      },
      openDocument: (file) => {
        const view = documentView(file, () => view.remove());
        this.#screen.insertBefore(view, this.#toasts);
      },
      openOutside: (what) => this.toast(what),
      openChat: () => {
        this.app.minimise();
        this.#showChat();
      },
      toast: (text) => this.toast(text),
      setTitle: (title) => this.app.setTitle(title),
      minimise: () => this.app.minimise(),
      closeApp: () => this.kill(),
    };
  }

  async #showMenu(): Promise<void> {
    const sheet = showSheet<'home' | 'reload' | 'kill' | null>(this.#sheets, {
      title: this.#facts.appName,
      content: [],
      choices: [
        { label: 'Về trang đầu của ứng dụng', result: () => 'home' },
        { label: 'Mở lại từ đầu', result: () => 'reload' },
        { label: 'Tắt hẳn ứng dụng', result: () => 'kill' },
      ],
      closed: null,
    });
    const choice = await sheet.result;
    if (choice === 'home') {
      const event = openAppEvent(this.#facts.appId, '/');
      this.app.emit(event.name, event.data);
    }
    if (choice === 'reload' || choice === 'kill') this.kill();
    if (choice === 'reload') this.app.open('/');
  }
}
