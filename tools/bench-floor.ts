import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { HOSTS } from '../emulator/src/identity.ts';
import { freePorts, startProgram, undoAtEnd, waitForAnswer } from './children.mjs';
import { readProvince } from './province-plugin.ts';
import { systemEnvironment } from './system-environment.ts';

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

/** A folder as Zalo takes it, with that script alone. */
function packUp(script: string): string {
  const www = mkdtempSync(join(tmpdir(), 'floor-'));
  mkdirSync(join(www, 'assets'));
  writeFileSync(join(www, 'assets/floor.module.js'), script);
  const config = {
    app: { title: 'React', actionBarHidden: true, statusBar: 'transparent', leftButton: 'none' },
    debug: false,
    listCSS: [],
    listSyncJS: ['assets/floor.module.js'],
    listAsyncJS: [],
  };
  writeFileSync(join(www, 'app-config.json'), JSON.stringify(config));
  return www;
}

/** The page alone, without anything of Zalo: two requests. */
async function serveAlone(script: string): Promise<Server> {
  const page =
    '<!doctype html><meta charset="utf-8"><div id="app"></div><script type="module" src="/floor.js"></script>';
  const packed = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  const server = createServer((request, response) => {
    if (request.url === '/floor.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.setHeader('content-encoding', 'br');
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.end(packed);
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export interface Floor {
  /** The page by itself. */
  alone: string;
  /** The same script as a mini app, in the page Zalo's stand-in puts around every mini app. */
  inZalo: string;
  stop: () => Promise<void>;
}

/**
 * The least a React app can cost, to hold ours against in the same run. Milliseconds of a busy machine say little; how many
 * times the floor we need says much. Inside the stand-in's page it bears what ours bears before its first line runs.
 */
export async function startFloor(): Promise<Floor> {
  const script = await buildScript();
  const server = await serveAlone(script);
  const www = packUp(script);
  const clearAway = (): void => rmSync(www, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const [phonePort = 0, serverPort = 0, idPort = 0, oneStopPort = 0] = await freePorts(4);
  const { emulator: environment } = systemEnvironment({ phonePort, serverPort, idPort, oneStopPort }, 'tay-ninh');
  const emulator = startProgram({
    name: 'emulator',
    program: 'emulator/src/main.ts',
    log: '.cache/bench-floor.log',
    env: { ...process.env, ...environment, WWW: www },
  });
  await waitForAnswer(`http://127.0.0.1:${String(phonePort)}/__control__/ready`, emulator);
  const { port } = server.address() as AddressInfo;
  return {
    alone: `http://127.0.0.1:${String(port)}/`,
    inZalo: `http://${HOSTS.miniApp}:${String(phonePort)}/zapps/${readProvince('tay-ninh').zalo.appId}/`,
    stop: async () => {
      server.close();
      await emulator.stop();
      clearAway();
      forget();
    },
  };
}
