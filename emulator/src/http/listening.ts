import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Begins to listen on this machine only; port 0 takes a free one. @returns the port. */
export async function listenOn(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}

/** Whoever is connected still is cut off. */
export const stopListening = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
