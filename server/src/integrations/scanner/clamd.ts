/**
 * ClamAV's daemon over its own protocol (clamd(8)): one connection a file, `zINSTREAM`, the bytes in pieces that carry their
 * length, an empty piece, one answer. The file's name and owner stay here.
 */
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { ScannerSilent, type Scanned, type Scanner } from '#core/scanner';

const PIECE = 64 * 1024;
/** Answers are one short line; more than this is not clamd. */
const LONGEST_ANSWER = 4096;

interface Clamd {
  /** `tcp://host:port` or `unix:/path`. */
  url: string;
  timeoutMs: number;
}

/** Where to connect; the settings have checked its shape. */
export function clamdAddress(url: string): NetConnectOpts {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) };
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function framed(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

async function stream(socket: Socket, bytes: Buffer): Promise<void> {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length && socket.writable; at += PIECE) {
    const roomy = socket.write(framed(bytes.subarray(at, at + PIECE)));
    if (!roomy) await new Promise((done) => socket.once('drain', done).once('close', done));
  }
  if (socket.writable) socket.write(Buffer.alloc(4));
}

/** One question, one answer. What was answered before the line broke counts: clamd hangs up on what is too long. */
function ask({ url, timeoutMs }: Clamd, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(clamdAddress(url));
    let answer = '';
    const timer = setTimeout(() => end(`no answer in ${timeoutMs} ms`), timeoutMs);
    function end(trouble: string): void {
      clearTimeout(timer);
      socket.destroy();
      const whole = /^([^\0\n]+)[\0\n]/.exec(answer)?.[1];
      if (whole === undefined) reject(new ScannerSilent(trouble));
      else resolve(whole);
    }
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'the connection broke'));
    socket.on('close', () => end('hung up without an answer'));
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (/[\0\n]/.test(answer) || answer.length > LONGEST_ANSWER) end('an endless answer');
    });
    socket.on('connect', () => void stream(socket, bytes));
  });
}

/** `stream: OK`, `stream: <threat> FOUND`; anything else is no verdict. */
function verdict(answer: string): Scanned {
  if (answer === 'stream: OK') return { clean: true };
  const [, threat] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  // The name goes into the log, and comes from elsewhere.
  if (threat !== undefined) return { clean: false, threat: threat.replace(/[^\w.:/-]/g, '_').slice(0, 120) };
  throw new ScannerSilent(`it answers: ${answer.replace(/[^ -~]/g, '_').slice(0, 120)}`);
}

export function createClamd(clamd: Clamd): Scanner {
  return { scan: async (bytes) => verdict(await ask(clamd, bytes)) };
}
