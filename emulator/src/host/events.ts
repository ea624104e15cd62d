interface SdkEventDoor {
  zalo_h5_event_handler(id: string, name: string, data: string): void;
}
declare global {
  interface Window {
    zaloJSV2?: SdkEventDoor;
  }
}

const RETRY_MS = 50;
const GIVE_UP_AFTER_MS = 30_000;

/** Native → page events. One that comes before the SDK has loaded waits for it, in order. */
export class NativeEvents {
  #serial = 0;
  readonly #waiting: { name: string; data: string }[] = [];
  #waitingSince: number | null = null;

  emit(name: string, data: unknown): void {
    // Base64 of the percent-encoded JSON: the SDK mangles quotes in plain JSON text.
    const raw = data === undefined || data === null ? '' : btoa(encodeURIComponent(JSON.stringify(data)));
    this.#waiting.push({ name, data: raw });
    this.#deliver();
  }

  #deliver(): void {
    const door = window.zaloJSV2;
    if (door === undefined) {
      this.#waitingSince ??= performance.now();
      if (performance.now() - this.#waitingSince > GIVE_UP_AFTER_MS) this.#waiting.length = 0;
      else window.setTimeout(() => this.#deliver(), RETRY_MS);
      return;
    }
    this.#waitingSince = null;
    for (const { name, data } of this.#waiting.splice(0)) {
      this.#serial += 1;
      // Native evaluates a script: what the page throws never reaches it.
      try {
        door.zalo_h5_event_handler(`event_${this.#serial}`, name, data);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
