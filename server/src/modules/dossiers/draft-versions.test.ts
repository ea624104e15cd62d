import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seconds } from '#core/clock';
import { BIRTH, birthAnswers, citizenPhone, saveDraft, startDraft } from '../../../test/support/birth-draft.ts';
import { changingProvince, type ChangingProvince } from '../../../test/support/changing-province.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Draft = Schemas['Draft'];

describe.each(databaseKinds)('drafts and newer forms on %s', (kind) => {
  let province: ChangingProvince;
  let server: TestServer;
  let anh: TestPhone;
  let versions = 0;
  /** What the child's name is called in the newest version. */
  let name = 'childName';

  beforeAll(async () => {
    province = await changingProvince();
    server = await buildTestServer({ kind, env: { PROVINCES_DIR: province.folder } });
    anh = await citizenPhone(server, 'anh');
  });
  afterAll(async () => {
    await server.close();
    await province.remove();
  });

  const read = async (id: string) => (await anh.call<Draft>('GET', `/drafts/${id}`)).body;
  const save = (draft: Draft, over: Partial<Draft>) => {
    const { rev, formVersion, answers, oldAnswers, page } = { ...draft, ...over };
    return anh.call<Draft & Problem>('PUT', `/drafts/${draft.id}`, {
      body: { rev, formVersion, answers, oldAnswers, page },
    });
  };

  /** Publishes a version that asks for the child's name under another id and no longer for the hospital. */
  const publish = async (from: string) => {
    versions += 1;
    const version = `2027-01-0${versions}.1`;
    const [before, after] = name === 'childName' ? ([name, 'childFullName'] as const) : ([name, 'childName'] as const);
    await province.publish(BIRTH, version, (form) => {
      for (const page of form.pages) {
        page.fields = page.fields.filter(({ id }) => id !== 'birthFacility');
        for (const field of page.fields) if (field.id === before) field.id = after;
      }
      form.migrates = [{ from, rename: { [before]: after } }];
    });
    server.clock.advance(seconds(15));
    await anh.call('GET', '/procedures');
    name = after;
    return version;
  };

  test('move over: same ids stay, renamed ones move, the rest is left to be seen, and nothing is gone', async () => {
    const begun = await startDraft(anh);
    const saved = (await saveDraft(anh, begun, birthAnswers())).body;
    const version = await publish(begun.formVersion);
    const moved = await read(begun.id);
    expect(moved).toMatchObject({ formVersion: version, movedFrom: begun.formVersion, rev: saved.rev });
    expect(moved.answers).toMatchObject({ [name]: 'Nguyễn Văn An', childDob: '2026-11-02' });
    expect(moved.oldAnswers).toEqual([
      { version: begun.formVersion, path: 'birthFacility', value: 'Bệnh viện Đa khoa Tây Ninh' },
    ]);
    expect(moved.prefilled).toEqual(begun.prefilled);
    // Reading changed nothing; saving keeps it moved.
    expect(await read(begun.id)).toEqual(moved);
    const kept = await save(moved, {});
    expect(kept.body).toMatchObject({ movedFrom: null, rev: saved.rev + 1, oldAnswers: moved.oldAnswers });
    // Dropped only when a save leaves it out; said again, it is the same save.
    const dropped = await save(kept.body, { oldAnswers: [] });
    expect((await save(kept.body, { oldAnswers: [] })).body).toEqual(dropped.body);
    expect((await read(begun.id)).oldAnswers).toEqual([]);
  });

  test('a phone with the older form open goes on in it while nobody has moved the draft', async () => {
    const begun = await startDraft(anh);
    const answers = { ...begun.answers, [name]: 'An', birthFacility: 'Bệnh viện mới ghi' };
    await publish(begun.formVersion);
    const { status, body } = await save(begun, { answers });
    expect([status, body.formVersion, body.movedFrom]).toEqual([200, begun.formVersion, null]);
    const moved = await read(begun.id);
    expect(moved.answers).toMatchObject({ [name]: 'An' });
    expect(moved.oldAnswers).toMatchObject([{ path: 'birthFacility', value: 'Bệnh viện mới ghi' }]);
  });

  test('moved on one phone, written in the older form on another: a conflict, then moved as well', async () => {
    const begun = await startDraft(anh);
    const older = begun.formVersion;
    const mine = { ...begun, answers: { ...begun.answers, [name]: 'Bình', stranger: 'x' } };
    const newest = await publish(older);
    const moved = await save(await read(begun.id), { page: 'be' });
    const clash = await save(mine, {});
    expect([clash.status, clash.body.code, clash.body.draft?.formVersion]).toEqual([409, 'draft-conflict', newest]);
    const forced = await save(mine, { rev: moved.body.rev });
    expect(forced.body).toMatchObject({ formVersion: newest, rev: moved.body.rev + 1 });
    expect(forced.body.answers).toMatchObject({ [name]: 'Bình' });
    expect(forced.body.oldAnswers).toContainEqual({ version: older, path: 'stranger', value: 'x' });
    expect((await save(mine, { formVersion: '1999-01-01.1', rev: forced.body.rev })).status).toBe(400);
  });

  test('are listed by the steps of the newer form', async () => {
    const begun = await startDraft(anh);
    await saveDraft(anh, begun, birthAnswers());
    await publish(begun.formVersion);
    const { body } = await anh.call<{ items: Schemas['DraftSummary'][] }>('GET', '/drafts');
    const line = body.items.find(({ id }) => id === begun.id);
    expect(line).toMatchObject({ page: 'review', step: line?.steps });
  });
});
