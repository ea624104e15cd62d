import { createServer } from 'node:http';
import type { Server } from 'node:http';

export interface HeardRequest {
  method: string;
  path: string;
  body: string;
}

/** Stands where the province's server would: answers everything, remembers what it heard. */
export async function startProvinceServer(port: number): Promise<{ heard: HeardRequest[]; server: Server }> {
  const heard: HeardRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      heard.push({ method: request.method ?? '', path: request.url ?? '', body });
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      const to = searchParams.get('to');
      if (pathname === '/start' && to !== null) {
        response.writeHead(302, { location: to }).end();
      } else if (pathname === '/page' || pathname === '/identity/callback') {
        const link = searchParams.get('link') ?? '';
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          `<h1>Trang của tỉnh</h1><p>${searchParams.has('code') ? 'Có mã' : (searchParams.get('error') ?? '')}</p><a href="${link}">Quay lại Tây Ninh Smart</a>`,
        );
      } else {
        response.setHeader('content-type', 'application/json');
        response.end('{"ok":true}');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { heard, server };
}
