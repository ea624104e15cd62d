import { open, unlink, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { relative, resolve } from 'node:path';

const LONGEST_SOCKET_PATH = 100;
const TAKEOVER_STALE_MS = 10_000;

/** Another living process has the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

function listen(path: string): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.end(String(process.pid)));
    server.once('error', fail);
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

/** The process id of whoever answers on the socket; undefined when nobody does. */
function holderOf(path: string): Promise<string | undefined> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('data', (pid) => done(pid.toString()));
    socket.once('error', () => done(undefined));
    socket.once('end', () => done(undefined));
  });
}

/** Only one process at a time clears away the socket of a dead one. */
async function takeOver(path: string): Promise<Server> {
  const marker = `${path}.takeover`;
  const age = await stat(marker).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > TAKEOVER_STALE_MS) await unlink(marker).catch(() => {});
  const claim = await open(marker, 'wx').catch(() => {
    throw new FolderInUse('another process is just taking over this data folder');
  });
  try {
    if (await holderOf(path)) throw new FolderInUse('data folder taken meanwhile by another process');
    await unlink(path).catch(() => {});
    return await listen(path);
  } finally {
    await claim.close();
    await unlink(marker).catch(() => {});
  }
}

/**
 * Holds a folder for this process until `unlock` or death, `kill -9` included: two processes on one embedded database lose
 * rows without any error. A unix socket needs no native code and dies with its process.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const absolute = resolve(folder, 'lock.sock');
  const fromHere = relative(process.cwd(), absolute);
  const path = fromHere.length < absolute.length ? fromHere : absolute;
  if (Buffer.byteLength(path) > LONGEST_SOCKET_PATH) {
    throw new Error(`The path of the data folder is too long for its lock: ${absolute}`);
  }
  let server: Server;
  try {
    server = await listen(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    const pid = await holderOf(path);
    if (pid) throw new FolderInUse(`data folder ${folder} is in use by process ${pid}`);
    server = await takeOver(path);
  }
  return () => new Promise((done) => server.close(() => done()));
}
