import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { fileLimits } from '@dvc/contract/forms';
import { startDraft } from '../support/birth-draft.ts';
import { createChildServer, type ChildServer } from '../support/child-server.ts';
import { startCuttingProxy } from '../support/cutting-proxy.ts';
import { photo } from '../support/sample-papers.ts';
import type { TestPhone } from '../support/test-phone.ts';
import { idIn, sendByTus } from '../support/tus-phone.ts';

let server: ChildServer;
let anh: TestPhone;

beforeAll(async () => {
  server = await createChildServer();
  await server.start();
  anh = await (await (await server.phone('anh').open()).giveContact()).link('072188000001');
}, 120_000);
afterAll(() => server.close());

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function settled(draftId: string, fileId: string): Promise<Schemas['DraftFile'] | undefined> {
  for (;;) {
    const { body } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draftId}`);
    const file = body.files.find(({ id }) => id === fileId);
    if (!file || file.state === 'ready' || file.state === 'refused') return file;
    await wait(100);
  }
}

test('the server is killed in the middle of an upload: the rest is sent, at most one chunk twice', async () => {
  const draft = await startDraft(anh);
  const bytes = await photo({ width: 2000, height: 1500, quality: 95 });
  const proxy = await startCuttingProxy(server.port);
  let restarted: Promise<void> | undefined;
  proxy.cutAfter(800_000, () => {
    restarted = server.kill().then(() => server.start());
  });
  const id = idIn(await sendByTus({ url: proxy.url, token: anh.token ?? '', draftId: draft.id, bytes }));
  expect(restarted).toBeDefined();
  await restarted;
  await proxy.close();
  const requests = Math.ceil(bytes.length / fileLimits.chunkBytes) + 45;
  expect(proxy.sent()).toBeLessThanOrEqual(bytes.length + fileLimits.chunkBytes + requests * 1000);
  expect(await settled(draft.id, id)).toMatchObject({ state: 'ready', size: bytes.length, received: bytes.length });
}, 240_000);

test('the server is killed again and again while it checks: every file is ready in the end, none twice', async () => {
  const draft = await startDraft(anh);
  const sent: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const bytes = await photo({ width: 2400, height: 1800, quality: 90 });
    sent.push(idIn(await sendByTus({ url: server.url, token: anh.token ?? '', draftId: draft.id, bytes })));
    // The check begins within a quarter of a second and takes about as long.
    await wait(60 + round * 130);
    await server.kill();
    await server.start();
  }
  for (const id of sent) expect((await settled(draft.id, id))?.state).toBe('ready');
  const { body } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
  expect(body.files.map(({ id }) => id).sort()).toEqual([...sent].sort());
}, 240_000);
