import { openAppEvent } from '../host/bare-signals.ts';
import type { Network } from '../native/protocol.ts';
import type { MiniAppHandle } from '../native/surroundings.ts';
import { button, h } from './dom.ts';

interface Facts {
  appId: string;
  appName: string;
  phoneId: string;
}

/** The mini app on the phone: its frame, Zalo's title bar, and the capsule that Zalo draws over every mini app. */
export class MiniAppView {
  readonly element: HTMLElement;
  readonly #facts: Facts;
  readonly #stage = h('div', { class: 'stage' });
  readonly #title = h('strong');
  readonly #titleBar: HTMLElement;
  #frame: HTMLIFrameElement | null = null;
  #handle: MiniAppHandle | null = null;
  #network: Network = '4g';
  #isPaused = false;

  constructor(facts: Facts, acts: { minimise: () => void; more: () => void }) {
    this.#facts = facts;
    this.#title.textContent = facts.appName;
    this.#titleBar = h('div', { class: 'title-bar', hidden: true }, this.#title);
    const capsule = h(
      'div',
      { class: 'capsule', role: 'group', 'aria-label': 'Điều khiển của Zalo' },
      button('•••', acts.more, { 'aria-label': 'Thêm' }),
      button('×', acts.minimise, { 'aria-label': 'Thu nhỏ ứng dụng' }),
    );
    this.element = h(
      'section',
      { class: 'view mini-app', 'aria-label': 'Ứng dụng', hidden: true },
      this.#titleBar,
      this.#stage,
      capsule,
    );
  }

  /** A cold start at `path`, or, when the app is alive, back to it with an OpenApp event if a link was tapped. */
  open(path: string | null): void {
    this.element.hidden = false;
    if (this.#frame === null) return this.#coldStart(path ?? '/');
    if (this.#isPaused) this.emit('h5.event.resumed', {});
    this.#isPaused = false;
    if (path !== null) {
      const event = openAppEvent(this.#facts.appId, path);
      this.emit(event.name, event.data);
    }
    return undefined;
  }

  minimise(): void {
    if (this.#frame !== null && !this.#isPaused) {
      this.emit('h5.event.paused', {});
      this.#isPaused = true;
    }
    this.element.hidden = true;
  }

  /** The app is gone from memory; the next opening is a cold start. */
  kill(): void {
    this.#stage.replaceChildren();
    this.#frame = null;
    this.#handle = null;
    this.#isPaused = false;
    this.element.hidden = true;
  }

  attach(handle: MiniAppHandle): void {
    this.#handle = handle;
    const { actionBarHidden, headerTitle, title } = handle.appearance;
    this.#titleBar.hidden = actionBarHidden === true;
    this.setTitle(
      typeof headerTitle === 'string' ? headerTitle : typeof title === 'string' ? title : this.#facts.appName,
    );
    handle.setNetwork(this.#network);
  }

  setTitle(title: string): void {
    if (title !== '') this.#title.textContent = title;
  }

  setNetwork(network: Network): void {
    this.#network = network;
    this.#handle?.setNetwork(network);
  }

  emit(event: string, data: unknown): void {
    this.#handle?.emit(event, data);
  }

  #coldStart(path: string): void {
    if (this.#network === 'none') {
      const again = button('Thử lại', () => this.#coldStart(path), { class: 'main' });
      const words = h('p', {}, 'Chưa có mạng nên ứng dụng chưa mở được.');
      this.#stage.replaceChildren(h('div', { class: 'no-network', role: 'alert' }, words, again));
      return;
    }
    const [before = '', hash = ''] = path.split('#');
    const joint = before.includes('?') ? '&' : '?';
    const address = `/zapps/${this.#facts.appId}${before}${joint}zalo_phone=${encodeURIComponent(this.#facts.phoneId)}`;
    const frame = h('iframe', {
      title: this.#facts.appName,
      src: hash === '' ? address : `${address}#${hash}`,
      allow: 'camera; microphone; geolocation; clipboard-write; autoplay; fullscreen',
    });
    this.#frame = frame;
    this.#handle = null;
    this.#stage.replaceChildren(frame);
  }
}
