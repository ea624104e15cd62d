import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hours } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { hashOf } from '../../../test/support/sample-papers.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

interface Heard {
  method: string;
  path: string;
  headers: Record<string, unknown>;
  body: Buffer;
}

let oneStop: Server;
let heard: Heard[] = [];
/** What the one-stop system does next; 200 when empty. `hang-up` takes it in and cuts the line before answering. */
let plan: (number | 'hang-up')[] = [];
let server: TestServer;
let url: string;
let anh: TestPhone;

beforeAll(async () => {
  oneStop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      heard.push({ method, path, headers, body: Buffer.concat(chunks) });
      const step = plan.shift() ?? 200;
      if (step === 'hang-up') response.destroy();
      else response.writeHead(step).end('{}');
    });
  });
  await new Promise<void>((done) => oneStop.listen(0, '127.0.0.1', done));
  const { port } = oneStop.address() as AddressInfo;
  const env = { ONE_STOP_URL: `http://127.0.0.1:${port}`, ONE_STOP_KEY: 'sample-one-stop', RATE_LIMIT_FACTOR: '100' };
  server = await buildTestServer({ env });
  url = await listen(server);
});
beforeEach(async () => {
  heard = [];
  plan = [];
  anh = await citizenPhone(server, 'anh');
});
afterAll(async () => {
  await server.close();
  oneStop.close();
});

async function send(): Promise<Schemas['Receipt']> {
  const { submission } = await readyDraft(server, url, anh);
  return (await submitDraft(anh, submission)).body;
}

const registeredAt = async (id: string) => {
  const { body } = await anh.call<Schemas['Dossier']>('GET', `/dossiers/${id}`);
  return body.acknowledgements.registeredAt;
};

test('papers first, then the dossier; only its yes is the second acknowledgement', async () => {
  const receipt = await send();
  expect(await registeredAt(receipt.dossierId)).toBeNull();
  await server.deps.jobs.drain();
  expect(heard.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  const [paper, dossier] = heard;
  expect(paper?.path).toMatch(`/dossiers/${receipt.dossierId}/files/`);
  expect(hashOf(paper?.body ?? Buffer.alloc(0))).toBe(receipt.files[0]?.sha256);
  expect(paper?.headers).toMatchObject({ authorization: 'Bearer sample-one-stop', 'content-type': 'application/pdf' });
  expect(dossier?.headers['idempotency-key']).toBe(receipt.dossierId);
  expect(JSON.parse(dossier?.body.toString() ?? '')).toMatchObject({
    code: receipt.code,
    office: receipt.office,
    submitter: { fullName: 'Nguyễn Thị Ánh', idNumber: '072188000001', phone: '0900000001' },
    answers: { childName: 'Nguyễn Văn An' },
    receipt: { jws: receipt.jws },
  });
  expect(await registeredAt(receipt.dossierId)).toBe(server.clock.now().toISOString());
});

test('a no, a silence, a lost answer: again, under the same id, until it is there', async () => {
  const { dossierId } = await send();
  plan = [503, 200, 'hang-up', 200, 409];
  for (let tries = 0; (await registeredAt(dossierId)) === null && tries < 5; tries += 1) {
    await server.deps.jobs.drain();
    server.clock.advance(hours(0.4));
    anh = await citizenPhone(server, 'anh');
  }
  expect(await registeredAt(dossierId)).not.toBeNull();
  const given = heard.filter(({ method }) => method === 'POST');
  expect(given.map(({ headers }) => headers['idempotency-key'])).toEqual([dossierId, dossierId]);
});

test('when it stays silent for long, the citizen is told once and keeps the dossier', async () => {
  const { dossierId } = await send();
  plan = Array.from({ length: 100 }, () => 503);
  for (let tries = 0; tries < 9; tries += 1) {
    await server.deps.jobs.drain();
    server.clock.advance(hours(1.1));
  }
  anh = await citizenPhone(server, 'anh');
  expect(await registeredAt(dossierId)).toBeNull();
  const { body } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
  const told = body.items.filter(({ path, title }) => path === `/ho-so/${dossierId}` && title.includes('chậm hơn'));
  expect(told).toHaveLength(1);
  expect(told[0]?.body).toContain('Bạn không phải gửi lại.');
  plan = [];
  await server.deps.jobs.drain();
  expect(await registeredAt(dossierId)).not.toBeNull();
});
