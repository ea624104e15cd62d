import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const entry = 'virtual:floor';

/** Nothing but React and what the watch of the bench looks for: twelve links. */
const source = `
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
const links = Array.from({ length: 12 }, (_, at) => h('a', { key: at, href: '#' + at }, 'Dịch vụ ' + at));
createRoot(document.getElementById('app')).render(h('main', null, ...links));
`;

async function buildScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'floor',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? source : null),
      },
    ],
    build: { write: false, target: 'es2015', rollupOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

/**
 * The least a React app can cost, to hold ours against in the same run: two requests, one of them React. Milliseconds
 * of a busy machine say little; how many times the floor we need says much.
 */
export async function startFloor(): Promise<{ address: string; stop: () => void }> {
  const page =
    '<!doctype html><meta charset="utf-8"><div id="app"></div><script type="module" src="/floor.js"></script>';
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const script = brotliCompressSync(await buildScript(), quality);
  const server = createServer((request, response) => {
    if (request.url === '/floor.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.setHeader('content-encoding', 'br');
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.end(script);
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${String(port)}/`, stop: () => server.close() };
}
