/**
 * What may go wrong at an endpoint. `endpoint` is `host` or `host/path`, e.g. `graph.zalo.me/v2.0/me/info`; the provincial
 * ID is the endpoint `identity-provider`, or `identity-provider/token` and so on.
 */
export type Fault = { endpoint: string; times?: number } & (
  | { kind: 'down' }
  | { kind: 'slow'; ms: number }
  | { kind: 'html-502' }
  | { kind: 'error'; code: number; message?: string }
  | { kind: 'answer-lost' }
);

/** The faults now in force. The one that names its endpoint most exactly wins. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults = this.#faults.filter((other) => other.endpoint !== fault.endpoint);
    this.#faults.push({ ...fault });
  }

  take(endpoint: string): Fault | null {
    const fitting = this.#faults
      .filter((fault) => endpoint === fault.endpoint || endpoint.startsWith(`${fault.endpoint}/`))
      .sort((a, b) => b.endpoint.length - a.endpoint.length)[0];
    if (fitting === undefined) return null;
    if (fitting.times !== undefined) {
      fitting.times -= 1;
      if (fitting.times <= 0) this.#faults = this.#faults.filter((fault) => fault !== fitting);
    }
    return fitting;
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  clear(endpoint?: string): void {
    this.#faults = endpoint === undefined ? [] : this.#faults.filter((fault) => fault.endpoint !== endpoint);
  }
}
