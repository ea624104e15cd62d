import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between phone and server that counts, and that can be cut. */
export interface CuttingProxy {
  url: string;
  /** Bytes sent towards the server since the start, headers included. */
  sent(): number;
  /** Cuts every connection once so many more bytes have been sent; then `onCut`. */
  cutAfter(bytes: number, onCut?: () => void): void;
  /** The next answer of the server never reaches the phone: `onAnswer` at its first byte, and the line is cut. */
  loseAnswer(onAnswer: () => void): void;
  close(): Promise<void>;
}

export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let sent = 0;
  let answerLost: (() => void) | undefined;
  let cut: { at: number; onCut?: (() => void) | undefined } | undefined;

  function hangUp(): void {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  }

  const server = createServer((phone) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [phone, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        phone.destroy();
        upstream.destroy();
      });
    }
    phone.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      upstream.write(chunk);
      if (!cut || sent < cut.at) return;
      const { onCut } = cut;
      cut = undefined;
      onCut?.();
      hangUp();
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!answerLost) return void phone.write(chunk);
      const onAnswer = answerLost;
      answerLost = undefined;
      onAnswer();
      hangUp();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    cutAfter(bytes, onCut) {
      cut = { at: sent + bytes, onCut };
    },
    loseAnswer(onAnswer) {
      answerLost = onAnswer;
    },
    async close() {
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
}
