/** One request that reached an emulated cloud. */
export interface LoggedRequest {
  at: number;
  method: string;
  /** `host/path`, without the query. */
  endpoint: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  /** 0: the connection was cut before an answer. */
  status: number;
}

const KEPT = 2_000;

/** The last requests to the clouds, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  find(endpoint?: string): LoggedRequest[] {
    return this.#entries.filter((entry) => endpoint === undefined || entry.endpoint.startsWith(endpoint));
  }

  clear(): void {
    this.#entries = [];
  }
}
