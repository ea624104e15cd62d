import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Schemas } from '@dvc/contract';
import { readDefinition } from '@dvc/contract/definitions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIRTH, citizenPhone, startDraft } from '../../../test/support/birth-draft.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { openCatalogue } from './catalogue.ts';

interface Listed {
  items: Schemas['ProcedureSummary'][];
  lifeEvents: Schemas['LifeEvent'][];
}

let server: TestServer;
let visitor: TestPhone;

beforeAll(async () => {
  server = await buildTestServer();
  visitor = server.phone('phuc');
});
afterAll(() => server.close());

const list = async (query: Record<string, string> = {}) =>
  (await visitor.call<Listed>('GET', `/procedures?${new URLSearchParams(query).toString()}`)).body;

test('anyone lists procedures, without a session', async () => {
  const { items, lifeEvents } = await list();
  expect(items.map(({ code }) => code)).toContain(BIRTH);
  expect(items.find(({ code }) => code === BIRTH)).toMatchObject({ shortName: 'Làm giấy khai sinh', online: true });
  expect(lifeEvents).toContainEqual({ id: 'sinh-con', name: 'Sinh con' });
});

test('only life events that lead somewhere are named', async () => {
  const { items, lifeEvents } = await list();
  for (const { id } of lifeEvents) expect((await list({ event: id })).items).not.toEqual([]);
  expect(new Set(items.flatMap((item) => item.lifeEvents))).toEqual(new Set(lifeEvents.map(({ id }) => id)));
});

test('words and life event narrow each other', async () => {
  expect((await list({ q: 'ks', event: 'sinh-con' })).items[0]?.code).toBe(BIRTH);
  expect((await list({ q: 'khai sinh', event: 'khong-co' })).items).toEqual([]);
  expect((await visitor.call('GET', `/procedures?q=${'x'.repeat(101)}`)).body.code).toBe('bad-request');
});

test('what nobody has confirmed is marked so', async () => {
  const { body } = await visitor.call<Schemas['ProcedureGuide']>('GET', `/procedures/${BIRTH}`);
  const facts = [body.fee, body.processing, body.authority, ...body.whoCanFile, ...body.papers.map(({ fact }) => fact)];
  for (const { confidence, source } of facts) if (confidence === 'H') expect(source).toBeTruthy();
  expect(body.sample).toBe(true);
});

test('a form is read by version and may be kept by the phone; unknown ones are not found', async () => {
  const { body: guide } = await visitor.call<Schemas['ProcedureGuide']>('GET', `/procedures/${BIRTH}`);
  const form = await visitor.call<Schemas['FormDefinition']>(
    'GET',
    `/procedures/${BIRTH}/forms/${guide.formVersion ?? ''}`,
  );
  expect(readDefinition(form.body)).toEqual({ form: form.body });
  expect(form.headers['cache-control']).toContain('immutable');
  for (const path of [
    `/procedures/${BIRTH}/forms/1999-01-01.1`,
    '/procedures/9.999999',
    '/procedures/9.999999/forms/1',
  ]) {
    const { status, body } = await visitor.call('GET', path);
    expect([path, status, body.code]).toEqual([path, 404, 'not-found']);
  }
});

test('a draft keeps its version when the province publishes a newer one', async () => {
  const anh = await citizenPhone(server, 'anh');
  const draft = await startDraft(anh);
  const folder = await mkdtemp(join(tmpdir(), 'province-'));
  await cp(server.deps.province.folder, folder, { recursive: true });
  const path = join(folder, 'procedures', `${BIRTH}.json`);
  const file = JSON.parse(await readFile(path, 'utf8'));
  file.form.version = file.guide.formVersion = '2027-01-01.1';
  file.form.title = 'Tờ khai mới';
  delete file.form.english;
  await writeFile(path, JSON.stringify(file));
  const province = { ...server.deps.province, folder: pathToFileURL(`${folder}/`) };
  const newer = await openCatalogue({ ...server.deps, province });
  await rm(folder, { recursive: true });
  expect(newer.currentForm(BIRTH)?.title).toBe('Tờ khai mới');
  const { body: kept } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
  const form = await newer.form(server.deps.db, BIRTH, kept.formVersion);
  expect(form?.version).toBe(draft.formVersion);
  expect(form?.title).not.toBe('Tờ khai mới');
});

test('a new or changed file is seen without a restart; a faulty one changes nothing, and is said in the log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'province-'));
  await cp(server.deps.province.folder, folder, { recursive: true });
  const faults: string[] = [];
  const log = { ...server.deps.log, info: () => undefined, error: (it: { fault: string }) => faults.push(it.fault) };
  let now = Date.parse('2026-11-25T02:00:00Z');
  const catalogue = await openCatalogue({
    ...server.deps,
    log: log,
    clock: { ...server.deps.clock, now: () => new Date(now) },
    province: { ...server.deps.province, folder: pathToFileURL(`${folder}/`) },
  });
  const path = (code: string) => join(folder, 'procedures', `${code}.json`);
  const file = JSON.parse(await readFile(path(BIRTH), 'utf8'));
  const NEW = '1.004884';
  file.guide = { ...file.guide, code: NEW, shortName: 'Đăng ký lại khai sinh' };
  file.form.procedureCode = NEW;
  await writeFile(path(NEW), JSON.stringify(file));

  await catalogue.freshen();
  expect(catalogue.guide(NEW)).toBeUndefined();
  now += 15_000;
  await catalogue.freshen();
  expect(catalogue.guide(NEW)?.shortName).toBe('Đăng ký lại khai sinh');
  expect(catalogue.search('dang ky lai')[0]?.code).toBe(NEW);
  expect(catalogue.currentForm(NEW)?.version).toBe(file.form.version);

  // Published: the same version may not read differently.
  await writeFile(path(NEW), JSON.stringify({ ...file, form: { ...file.form, title: 'Khác', english: undefined } }));
  now += 15_000;
  await catalogue.freshen();
  await writeFile(path(NEW), '{"guide":');
  now += 15_000;
  await catalogue.freshen();
  now += 15_000;
  await catalogue.freshen();
  expect(faults).toEqual([
    expect.stringContaining(
      `procedures/${NEW}.json: $.form: version ${file.form.version} was published with other contents`,
    ),
    expect.stringContaining(`procedures/${NEW}.json: not JSON`),
  ]);
  expect(catalogue.currentForm(NEW)?.title).toBe(file.form.title);
  await rm(folder, { recursive: true });
});

test('the office follows the commune of the answers; elsewhere it is the province’s', async () => {
  const catalogue = await openCatalogue(server.deps);
  const at = (commune: string) => catalogue.handling(BIRTH, { requesterAddress: { commune, detail: '' } })?.office;
  expect(at('25459')).toBe('Ủy ban nhân dân phường Tân Ninh');
  expect(at('25486')).toBe('Ủy ban nhân dân xã Tân Biên');
  const PENSION = '1.014027';
  const here = { commune: '25459', detail: '' };
  const elder = catalogue.handling(PENSION, { requesterAddress: here, elderAddress: { ...here, commune: '25486' } });
  expect(elder?.office).toBe('Ủy ban nhân dân xã Tân Biên');
  expect(catalogue.handling(PENSION, { requesterAddress: here })?.office).toBe('Ủy ban nhân dân phường Tân Ninh');
  expect(catalogue.handling('1.004222', { newAddress: here })?.office).toBe('Công an phường Tân Ninh');
  expect(at('ngoai:Xã Tân Châu, An Giang')).toBe('Trung tâm Phục vụ hành chính công tỉnh Tây Ninh');
});
