import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ControlClient } from '../control-client.ts';
import { ONE_STOP } from '../identity.ts';
import { startEmulator, type RunningEmulator } from '../start-emulator.ts';
import { freePort } from '../testing/test-emulator.ts';

let emulator: RunningEmulator;
let control: ControlClient;
let province: Server;
let heard: { sequence: number; to: string }[] = [];

beforeAll(async () => {
  const [phonePort, idPort, serverPort, oneStopPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  emulator = await startEmulator({ phonePort, idPort, serverPort, oneStopPort, www: '/nonexistent', apiOrigins: [] });
  control = new ControlClient(emulator.controlUrl);
  province = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      heard.push(JSON.parse(body) as (typeof heard)[number]);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((done) => province.listen(serverPort, '127.0.0.1', done));
});
afterAll(async () => {
  await emulator.close();
  province.close();
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function ask(method: string, path: string, body: string, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${ONE_STOP.key}`;
  return fetch(`${emulator.oneStopUrl ?? ''}${path}`, { method, body, headers: { authorization, ...headers } });
}

const give = (dossierId: string, sequence: number, files: object[] = []) =>
  ask('POST', '/dossiers', JSON.stringify({ dossierId, code: `M-${dossierId}`, sequence, state: 'submitted', files }), {
    'idempotency-key': `${dossierId}:${sequence}`,
  });

test('a dossier exists once its papers are there, once however often it is given', async () => {
  const files = [{ id: 'f1', sha256: sha256('giấy') }];
  expect((await give('d1', 1, files)).status).toBe(424);
  const wrong = await ask('PUT', '/dossiers/d1/files/f1', 'giấy', { 'x-file-sha256': sha256('khác') });
  expect(wrong.status).toBe(422);
  const kept = await ask('PUT', '/dossiers/d1/files/f1', 'giấy', { 'x-file-sha256': sha256('giấy') });
  expect(await kept.json()).toEqual({ fileId: 'f1', sha256: sha256('giấy') });
  expect([(await give('d1', 1, files)).status, (await give('d1', 1, files)).status]).toEqual([201, 200]);
  await give('d1', 3, files);
  await give('d1', 2, files);
  const [dossier] = await control.oneStopDossiers();
  expect(dossier).toMatchObject({ registrations: 1, sequence: 3, given: [1, 1, 3, 2] });
});

test('strangers and unreadable dossiers are refused', async () => {
  expect((await ask('POST', '/dossiers', '{}', { authorization: 'Bearer x' })).status).toBe(401);
  expect((await ask('POST', '/dossiers', 'no')).status).toBe(422);
  expect((await ask('POST', '/desk/dossiers/M-nobody/moves', '{"to":"accepted"}')).status).toBe(404);
});

test('officers’ moves go out as events: at once, or held, doubled and turned round', async () => {
  await give('d2', 1);
  await control.moveAtOneStop('M-d2', { to: 'accepted' });
  await expect.poll(() => heard.map(({ sequence }) => sequence)).toEqual([1]);
  heard = [];
  await control.setOneStopManner({ held: true, duplicates: 1 });
  await control.moveAtOneStop('M-d2', { to: 'processing' });
  await control.moveAtOneStop('M-d2', { to: 'completed' });
  expect(heard).toEqual([]);
  await control.releaseOneStopEvents('reversed');
  expect(heard.map(({ sequence }) => sequence)).toEqual([3, 3, 2, 2]);
});

test('a scenario treats what comes in', async () => {
  heard = [];
  await control.setOneStopManner({ held: false, duplicates: 0 });
  await control.setOneStopScenario([
    { afterMs: 10, to: 'accepted' },
    { afterMs: 10, to: 'processing' },
  ]);
  await give('d3', 1);
  await expect.poll(() => heard.map(({ to }) => to), { timeout: 10_000 }).toEqual(['accepted', 'processing']);
});
