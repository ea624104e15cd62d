import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Line, Mood } from './moods.ts';

export interface FaultySocket extends Line {
  port: number;
}

/** How much later each piece arrives. */
const TRICKLE_MS = 400;

/** A line of bytes between the server and `target`: it can be cut, fall silent with everything held, or take its time. */
export async function startFaultySocket(target: number): Promise<FaultySocket> {
  const sockets = new Set<Socket>();
  let mood: Mood = 'well';
  let pieces = 0;

  function carry(from: Socket, to: Socket): void {
    let behind = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      pieces += 1;
      if (mood !== 'trickle') {
        behind = behind.then(() => void (to.writable && to.write(piece)));
        return;
      }
      behind = behind
        .then(() => new Promise<void>((done) => setTimeout(done, TRICKLE_MS)))
        .then(() => void (to.writable && to.write(piece)));
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const server = createServer((near) => {
    pieces += 1;
    if (mood === 'cut') return void near.destroy();
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket.setNoDelay());
    carry(near, far);
    carry(far, near);
    if (mood === 'silent') for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => pieces,
    set(next) {
      mood = next;
      for (const socket of sockets) {
        if (mood === 'silent') socket.pause();
        else socket.resume();
      }
      if (mood === 'cut') hangUp();
    },
    async close() {
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
}
