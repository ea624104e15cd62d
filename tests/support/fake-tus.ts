/** A tus 1.0 server behind XMLHttpRequest, which is what the upload library speaks in a browser. */
export interface FakeTus {
  /** Sizes of the chunks that came, in order. */
  chunks: number[];
  /** Bytes kept, by file id. */
  received: Map<string, number>;
  /** Upload-Metadata of what was announced, decoded. */
  announced: Record<string, string>[];
  authorizations: string[];
  /** Whatever was still to fail works. */
  forgive: () => void;
  /** The next requests of this method end without an answer, or with this status and body. */
  failNext: (method: string, how: 'cut' | { status: number; body?: object | string }, times?: number) => void;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: object | string;
}

function decode(metadata: string): Record<string, string> {
  const text = (base64: string) =>
    new TextDecoder().decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
  return Object.fromEntries(
    metadata
      .split(',')
      .map((pair) => pair.split(' '))
      .map(([key = '', value = '']) => [key, text(value)]),
  );
}

export function installFakeTus(): FakeTus {
  const failures: { method: string; how: 'cut' | Reply }[] = [];
  const fake: FakeTus = {
    chunks: [],
    received: new Map(),
    announced: [],
    authorizations: [],
    forgive: () => void failures.splice(0),
    failNext: (method, how, times = 1) => {
      for (let count = 0; count < times; count += 1) failures.push({ method, how });
    },
  };

  function answer(method: string, url: string, headers: Record<string, string>, body: Blob | null): Reply | 'cut' {
    fake.authorizations.push(headers['authorization'] ?? '');
    const planned = failures.findIndex((failure) => failure.method === method);
    if (planned >= 0) {
      const [failure] = failures.splice(planned, 1);
      return failure === undefined || failure.how === 'cut' ? 'cut' : failure.how;
    }
    if (method === 'POST') {
      const id = `file-${String(fake.received.size + 1)}`;
      fake.announced.push(decode(headers['upload-metadata'] ?? ''));
      fake.received.set(id, 0);
      return { status: 201, headers: { location: `/files/${id}` } };
    }
    const id = url.split('/').pop() ?? '';
    const offset = fake.received.get(id);
    if (offset === undefined) return { status: 404, body: { code: 'not-found', requestId: 'r' } };
    if (method === 'HEAD')
      return { status: 200, headers: { 'upload-offset': String(offset), 'upload-length': '700000' } };
    if (headers['upload-offset'] !== String(offset)) return { status: 409 };
    fake.chunks.push(body?.size ?? 0);
    fake.received.set(id, offset + (body?.size ?? 0));
    return { status: 204, headers: { 'upload-offset': String(offset + (body?.size ?? 0)) } };
  }

  class FakeRequest {
    status = 0;
    responseText = '';
    upload = {};
    onload: (() => void) | null = null;
    onerror: ((error: unknown) => void) | null = null;
    #method = '';
    #url = '';
    #sent: Record<string, string> = {};
    #got: Record<string, string> = {};
    open(method: string, url: string) {
      [this.#method, this.#url] = [method, url];
    }
    setRequestHeader(name: string, value: string) {
      this.#sent[name.toLowerCase()] = value;
    }
    getResponseHeader(name: string) {
      return this.#got[name.toLowerCase()] ?? null;
    }
    abort() {
      this.onload = null;
      this.onerror = null;
    }
    send(body: Blob | null) {
      setTimeout(() => {
        const reply = answer(this.#method, this.#url, this.#sent, body);
        if (reply === 'cut') {
          this.onerror?.(new ProgressEvent('error'));
          return;
        }
        this.status = reply.status;
        this.#got = reply.headers ?? {};
        const { body: given = '' } = reply;
        this.responseText = typeof given === 'string' ? given : JSON.stringify(given);
        this.onload?.();
      });
    }
  }
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  return fake;
}
