import { SLOW } from '../native/protocol.ts';
import type { Network } from '../native/protocol.ts';

type Listener = (network: Network) => void;

/** The phone's connection as pages feel it. */
export class Connection {
  #network: Network;
  readonly #listeners = new Set<Listener>();

  constructor(network: Network) {
    this.#network = network;
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => this.#network !== 'none', configurable: true });
  }

  get network(): Network {
    return this.#network;
  }
  isDead(): boolean {
    return this.#network === 'none';
  }

  set(network: Network): void {
    if (network === this.#network) return;
    const wasDead = this.isDead();
    this.#network = network;
    for (const listener of this.#listeners) listener(network);
    if (wasDead !== this.isDead()) window.dispatchEvent(new Event(this.isDead() ? 'offline' : 'online'));
  }

  /** @returns call it to stop listening. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How long so many bytes take now, in milliseconds. */
  delayFor(bytes: number): number {
    return this.#network === 'slow' ? SLOW.latencyMs + bytes / SLOW.bytesPerMs : 0;
  }
}

export const sizeOf = (body: unknown): number => {
  if (typeof body === 'string') return body.length;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  if (body instanceof FormData) {
    let size = 0;
    for (const [, value] of body) size += typeof value === 'string' ? value.length : value.size;
    return size;
  }
  return 0;
};
