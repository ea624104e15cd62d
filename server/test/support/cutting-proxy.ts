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

interface Held {
  /** What waits to be let on, in order; undefined: nothing is held. */
  back: Buffer[] | undefined;
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

  /** Once something is held, what comes behind it waits too: a line may be slow, it never changes the order of bytes. */
  function forward(upstream: Socket, chunk: Buffer, held: Held): void {
    const { hold } = plans;
    plans.hold = undefined;
    if (hold !== undefined && held.back === undefined) {
      const back: Buffer[] = [];
      held.back = back;
      // Out of the reach of `hangUp`: what is under way arrives.
      sockets.delete(upstream);
      setTimeout(() => {
        held.back = undefined;
        for (const part of back) if (!upstream.destroyed) upstream.write(part);
        setTimeout(() => upstream.destroy(), AFTERLIFE_MS).unref();
      }, hold);
    }
    if (held.back === undefined) upstream.write(chunk);
    else held.back.push(chunk);
  }

  const server = createServer((phone) => {
    const upstream = connect(port, '127.0.0.1');
    const held: Held = { back: undefined };
    for (const socket of [phone, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        phone.destroy();
        if (held.back === undefined) upstream.destroy();
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
