import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOn, stopListening } from '../http/listening.ts';

/** What Zalo wants to see in a package, and takes; everything else stays behind. */
const REQUIRED = ['app-config.json'];
const ALLOWED = ['.js', '.css', '.json', '.html', '.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.woff', '.woff2'];

/** One package that arrived whole. */
export interface Upload {
  /** 1 development, 2 testing: as Zalo's command says it. */
  target: string;
  name: string;
  note: string;
  archive: Buffer;
}

export interface DeployApi {
  url: string;
  uploads: readonly Upload[];
  close(): Promise<void>;
}

type Asked = Omit<Upload, 'archive'> & { chunks: Map<number, Buffer>; total: number };

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

function answer(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * Where Zalo's own command sends a mini app, stood in for: asks for the token, says what a package must hold, and takes
 * it in pieces. Made after what zmp-cli 4.0.3 sends and reads; the real one may refuse more.
 */
export async function startDeployApi(token: string): Promise<DeployApi> {
  const asked = new Map<string, Asked>();
  const uploads: Upload[] = [];

  const requestUpload = (query: URLSearchParams, response: ServerResponse): void => {
    const identifier = randomUUID();
    const value = (name: string): string => query.get(name) ?? '';
    asked.set(identifier, {
      ...{ target: value('versionStatus'), name: value('name'), note: value('desc') },
      ...{ chunks: new Map<number, Buffer>(), total: Infinity },
    });
    answer(response, {
      err: 0,
      data: {
        nextVersion: uploads.length + 1,
        identifier,
        uploadConstraints: {
          requiredBuildFiles: { requiredFiles: REQUIRED, allowedFiles: ALLOWED },
          currentUploadCount: { dev: 0, test: uploads.length },
        },
      },
    });
  };

  const takeChunk = async (
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const upload = asked.get(query.get('resumableIdentifier') ?? '');
    if (!upload) return answer(response, { err: -1404, msg: 'no such upload' }, 404);
    const number = Number(query.get('resumableChunkNumber'));
    // The command first asks which pieces are here already.
    if (request.method === 'GET') return void response.writeHead(upload.chunks.has(number) ? 200 : 204).end();
    upload.chunks.set(number, await bytesOf(request));
    upload.total = Number(query.get('resumableTotalChunks'));
    if (upload.chunks.size < upload.total) return answer(response, { err: 0 });
    const pieces = [...upload.chunks].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    const { target, name, note } = upload;
    uploads.push({ target, name, note, archive: Buffer.concat(pieces) });
    answer(response, {
      err: 0,
      data: { versionId: uploads.length, appUrl: `https://zalo.me/s/rehearsal/?v=${uploads.length}` },
    });
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://deploy');
    if (request.headers.authorization !== `Bearer ${token}`) return answer(response, { err: -2001, msg: 'denied' });
    if (pathname === '/app/request-upload') return requestUpload(searchParams, response);
    if (pathname !== '/app/upload-chunk') return answer(response, { err: -1404, msg: 'no such call' }, 404);
    void takeChunk(searchParams, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const port = await listenOn(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    uploads,
    close: () => stopListening(server),
  };
}
