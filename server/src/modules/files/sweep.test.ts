import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { days, hours } from '#core/clock';
import { citizenPhone, listen, sendPaper, startDraft, uploadMetadata } from '../../../test/support/birth-draft.ts';
import { pdf } from '../../../test/support/sample-papers.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { createChecking, type Checking } from './checking.ts';
import { openQuarantine, type Quarantine } from './quarantine.ts';
import { sweepUploads } from './sweep.ts';

let server: TestServer;
let url: string;
let anh: TestPhone;
let draft: Schemas['Draft'];
let quarantine: Quarantine;
let checking: Checking;

beforeAll(async () => {
  server = await buildTestServer();
  url = await listen(server);
  quarantine = await openQuarantine(join(server.deps.settings.DATA_DIR, 'quarantine'));
  const jobs = { ...server.deps.jobs, handle: () => undefined };
  checking = createChecking({ ...server.deps, jobs }, quarantine);
});
beforeEach(async () => {
  anh = await citizenPhone(server, 'anh');
  draft = await startDraft(anh);
});
afterAll(() => server.close());

const sweep = () => sweepUploads(server.deps, quarantine, checking);
const lying = () => readdir(quarantine.folder);
const send = (mark: string) => sendPaper(url, anh, { draftId: draft.id, bytes: pdf({ before: `% ${mark}\n` }) });

async function announce(mark: string): Promise<string> {
  const bytes = pdf({ before: `% ${mark}\n` });
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-length': String(bytes.length),
    'upload-metadata': uploadMetadata({ draftId: draft.id, bytes }),
  };
  const { headers: told } = await anh.call('POST', '/files', { headers });
  return String(told['location']).slice('/files/'.length);
}

async function stateOf(id: string): Promise<string | undefined> {
  const { body } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
  return body.files.find((file) => file.id === id)?.state;
}

test('what arrived unnoticed is finished', async () => {
  const id = await send('arrived');
  await server.deps.db.query('delete from jobs');
  await server.deps.db.query(`update files set state = 'uploading' where id = $1`, [id]);
  await sweep();
  await server.deps.jobs.drain();
  expect(await stateOf(id)).toBe('ready');
});

test('a check that died with its server is taken up at the next start', async () => {
  const id = await send('resumed');
  await server.deps.db.query('delete from jobs');
  await checking.resume();
  await server.deps.jobs.drain();
  expect(await stateOf(id)).toBe('ready');
  expect(await lying()).not.toContain(id);
});

test('what nobody finishes is cleared away after three days, not before', async () => {
  const id = await announce('abandoned');
  server.clock.advance(days(3));
  await sweep();
  anh = await citizenPhone(server, 'anh');
  expect(await stateOf(id)).toBe('uploading');
  server.clock.advance(1);
  await sweep();
  await server.deps.jobs.drain();
  expect(await stateOf(id)).toBeUndefined();
  expect(await lying()).not.toContain(id);
});

test('bytes that belong to nothing are cleared away', async () => {
  const stray = '0190a1b2-0000-7000-8000-00000000abcd';
  await quarantine.ensure(stray);
  const needed = await announce('needed');
  server.clock.advance(hours(2));
  await sweep();
  expect(await lying()).not.toContain(stray);
  expect(await lying()).toContain(needed);
});
