// `npm start`: the whole system on this machine: the province's server, Zalo's stand-in and the mini app in it.
import { resolve } from 'node:path';
import { HOSTS } from '../emulator/src/identity.ts';
import { buildIfStale } from './build-if-stale.mjs';
import { startProgram, waitForAnswer } from './children.mjs';
import { readProvince } from './province-plugin.ts';
import { systemEnvironment } from './system-environment.ts';

const portOf = (name, usual) => Number(process.env[name] ?? usual);
const ports = {
  phonePort: portOf('PHONE_PORT', 5300),
  serverPort: portOf('SERVER_PORT', 5301),
  idPort: portOf('ID_PORT', 5302),
  oneStopPort: portOf('ONE_STOP_PORT', 5303),
};
const province = process.env.PROVINCE ?? 'tay-ninh';

/** @type {import('./children.mjs').Child[]} */
const children = [];
let stopping = false;
async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map((child) => child.stop()));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stopAll(0));
console.log(`Đang chuẩn bị ${readProvince(province).appName}… / Preparing…`);
await buildIfStale(province);

const environment = systemEnvironment(ports, province);

const emulator = startProgram({
  name: 'emulator',
  program: 'emulator/src/main.ts',
  env: { ...environment.emulator, ...process.env },
});
const server = startProgram({
  name: 'server',
  program: 'server/src/main.ts',
  imports: ['./emulator/src/localhost-dns.mjs'],
  env: { ...environment.server, DATA_DIR: resolve('.data'), ...process.env },
});
children.push(emulator, server);
for (const child of children) {
  void child.ended.then((code) => {
    if (!stopping) console.error(`${child.name} ended (${code}). Dừng tất cả. / Stopping everything.`);
    return stopAll(1);
  });
}

try {
  await Promise.all([
    waitForAnswer(`http://127.0.0.1:${ports.phonePort}/`, emulator),
    waitForAnswer(`http://127.0.0.1:${ports.serverPort}/readyz`, server),
  ]);
  console.log(`
  Mở điện thoại / open the phone:   http://${HOSTS.miniApp}:${ports.phonePort}/
  Máy chủ của tỉnh / the server:    http://127.0.0.1:${ports.serverPort}
  Dừng / stop:                      Ctrl+C
`);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stopAll(1);
}
