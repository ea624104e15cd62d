import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between phone and server that counts, and that can be cut. */
export interface CuttingProxy {
  url: string;
  /** Bytes sent towards the server since the start, headers included. */
  sent(): number;
  /** Cuts every connection once so many more bytes have been sent; then `onCut`. */
  cutAfter(bytes: number, onCut?: () => void): void;
  /** The next bytes of the phone get nowhere: the line is cut instead. */
  loseRequest(): void;
  /** The next answer of the server never reaches the phone: `onAnswer` at its first byte, and the line is cut. */
  loseAnswer(onAnswer?: () => void): void;
  /** Of the next answer only the first `bytes` arrive. */
  halveAnswer(bytes: number): void;
  /** The next bytes of the phone reach the server so much later, even if the phone has hung up by then. */
  hold(milliseconds: number): void;
  /** Cuts every connection now, and nothing planned happens any more. */
  hangUp(): void;
  close(): Promise<void>;
}

interface Plans {
  cut?: { at: number; onCut?: (() => void) | undefined } | undefined;
  loseRequest?: boolean;
  answer?: { arrives: number; onAnswer?: (() => void) | undefined } | undefined;
  hold?: number | undefined;
}

/** How long a line the phone has left stays open for what was held back. */
const AFTERLIFE_MS = 2_000;

export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let sent = 0;
  let plans: Plans = {};

  function hangUp(): void {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  }

  function forward(upstream: Socket, chunk: Buffer, held: { until: number }): void {
    const { hold } = plans;
    plans.hold = undefined;
    const now = performance.now();
    if (hold !== undefined) held.until = now + hold;
    if (held.until <= now) return void upstream.write(chunk);
    // Out of the reach of `hangUp`: what is under way arrives.
    sockets.delete(upstream);
    setTimeout(() => {
      if (!upstream.destroyed) upstream.write(chunk);
      setTimeout(() => upstream.destroy(), AFTERLIFE_MS).unref();
    }, held.until - now);
  }

  const server = createServer((phone) => {
    const upstream = connect(port, '127.0.0.1');
    const held = { until: 0 };
    for (const socket of [phone, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        phone.destroy();
        if (held.until <= performance.now()) upstream.destroy();
      });
    }
    phone.on('data', (chunk: Buffer) => {
      if (plans.loseRequest) {
        plans.loseRequest = false;
        return hangUp();
      }
      sent += chunk.length;
      forward(upstream, chunk, held);
      if (!plans.cut || sent < plans.cut.at) return;
      const { onCut } = plans.cut;
      plans.cut = undefined;
      onCut?.();
      hangUp();
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!plans.answer) {
        if (!phone.destroyed) phone.write(chunk);
        return;
      }
      const { arrives, onAnswer } = plans.answer;
      plans.answer = undefined;
      onAnswer?.();
      if (arrives === 0) return hangUp();
      phone.write(chunk.subarray(0, arrives), hangUp);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    cutAfter(bytes, onCut) {
      plans.cut = { at: sent + bytes, onCut };
    },
    loseRequest() {
      plans.loseRequest = true;
    },
    loseAnswer(onAnswer) {
      plans.answer = { arrives: 0, onAnswer };
    },
    halveAnswer(bytes) {
      plans.answer = { arrives: bytes };
    },
    hold(milliseconds) {
      plans.hold = milliseconds;
    },
    hangUp() {
      plans = {};
      hangUp();
    },
    async close() {
      plans = {};
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
}
