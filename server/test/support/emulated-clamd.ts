import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The harmless test virus every scanner knows; written in two so that no scanner finds it in our sources. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** How it answers: as clamd does, after a while, with an error, with nothing, by hanging up, with something that is not clamd. */
export type ClamdMood = 'well' | 'slow' | 'failing' | 'silent' | 'hanging-up' | 'raving';

export interface EmulatedClamd {
  /** As in CLAMD_URL. */
  url: string;
  mood: ClamdMood;
  /** What it was asked, in order; files by their length. */
  asked: (string | number)[];
  stop(): Promise<void>;
  /** After `stop`, at the same address. */
  start(): Promise<void>;
}

/** clamd as far as its protocol goes: `zPING`, `zVERSION`, `zINSTREAM` with the limit of `StreamMaxLength`. */
export async function startEmulatedClamd({ path = '', maxLength = 25_000_000 } = {}): Promise<EmulatedClamd> {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;

  const clamd: EmulatedClamd = {
    url: `unix:${path}`,
    mood: 'well',
    asked: [],
    async start() {
      server = createServer(converse);
      await new Promise<void>((done) => (path ? server.listen(path, done) : server.listen(port, '127.0.0.1', done)));
      if (path) return;
      ({ port } = server.address() as AddressInfo);
      clamd.url = `tcp://127.0.0.1:${port}`;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };

  function converse(socket: Socket): void {
    sockets.add(socket);
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      const answer = reply(heard);
      if (answer === undefined) return;
      heard = Buffer.alloc(0);
      const { mood } = clamd;
      if (mood === 'silent') return;
      if (mood === 'hanging-up') socket.destroy();
      else if (mood === 'raving') socket.write('x'.repeat(100_000));
      else setTimeout(() => socket.end(`${answer}\0`), mood === 'slow' ? 300 : 0);
    });
  }

  /** Undefined while the question is not complete. */
  function reply(heard: Buffer): string | undefined {
    const end = heard.indexOf(0);
    if (end < 0) return undefined;
    const command = heard.subarray(0, end).toString('latin1');
    if (command !== 'zINSTREAM') {
      clamd.asked.push(command);
      return { zPING: 'PONG', zVERSION: 'ClamAV 1.4.3/emulated' }[command] ?? 'UNKNOWN COMMAND';
    }
    const pieces: Buffer[] = [];
    for (let at = end + 1, total = 0; at + 4 <= heard.length;) {
      const length = heard.readUInt32BE(at);
      if ((total += length) > maxLength) return 'INSTREAM size limit exceeded. ERROR';
      if (length === 0) return verdict(Buffer.concat(pieces));
      pieces.push(heard.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  }

  function verdict(file: Buffer): string {
    clamd.asked.push(file.length);
    if (clamd.mood === 'failing') return 'stream: Can’t allocate memory ERROR';
    return file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }

  await clamd.start();
  return clamd;
}
