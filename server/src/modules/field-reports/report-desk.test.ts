import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../../../test/support/birth-draft.ts';
import { publicReport, reportDesk, sendPhoto, sentWithPhoto } from '../../../test/support/field-report.ts';
import { photo, smallJpeg } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { days, hours } from '../../core/clock.ts';

type Public = Schemas['PublicReport'];
type Mine = Schemas['MyReport'];

describe.each(databaseKinds)('the desk of field reports on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let binh: TestPhone;
  let desk: ReturnType<typeof reportDesk>;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' } });
    // A Monday without holidays near it.
    server.clock.set(new Date('2026-11-09T02:00:00.000Z'));
    url = await listen(server);
    desk = reportDesk(server);
  });
  beforeEach(async () => {
    anh = await (await server.phone('anh').open()).giveContact();
    binh = await (await server.phone('binh').open()).giveContact();
  });
  afterAll(() => server.close());

  const inbox = async (phone: TestPhone) =>
    (await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100')).body.items;
  const mine = async (phone: TestPhone, id: string) => (await phone.call<Mine>('GET', `/my-reports/${id}`)).body;
  describe('from desk to done', () => {
    test('moves only where the table allows, with its sentence, once for a key', async () => {
      const report = await publicReport(server, url, anh);
      expect((await desk.move(report.code, 'resolved')).body.errors).toMatchObject([{ path: 'note' }]);
      const key = randomUUID();
      await desk.move(report.code, 'inProgress', undefined, key);
      expect((await desk.move(report.code, 'inProgress', undefined, key)).status).toBe(200);
      expect((await desk.move(report.code, 'assigned')).body.code).toBe('transition-refused');
      await desk.move(report.code, 'resolved', 'Đã vá xong');
      const { state, events, mayRate } = await mine(anh, report.id);
      expect([state, mayRate]).toEqual(['resolved', true]);
      expect(events.map((event) => event.state)).toEqual(['received', 'inProgress', 'resolved']);
    });

    test('the clock stands while the person must answer, and the answer starts it again', async () => {
      const report = await sentWithPhoto(server, url, anh);
      await desk.move(report.code, 'clarifying', 'Ở đoạn nào của đường?');
      const asked = await mine(anh, report.id);
      expect([asked.turn, asked.dueDate, asked.clarifyBy]).toEqual(['person', null, '2026-11-16']);
      expect(
        (
          await anh.call('POST', `/my-reports/${report.id}/clarification`, {
            body: { words: ' ', files: [] },
            headers: { 'idempotency-key': randomUUID() },
          })
        ).body.errors,
      ).toMatchObject([{ path: 'words' }]);
      server.clock.advance(days(2));
      anh = await (await server.phone('anh').open()).giveContact();
      const fileId = await sendPhoto(url, anh, { reportId: report.id, bytes: await photo(), role: 'clarification' });
      const answered = await anh.call<Mine>('POST', `/my-reports/${report.id}/clarification`, {
        body: { words: 'Trước số nhà 12', files: [fileId] },
        headers: { 'idempotency-key': randomUUID() },
      });
      expect(answered.body).toMatchObject({ state: 'received', dueDate: '2026-11-20' });
      const { body: office } = await desk.read(report.code);
      expect(office.events.at(-1)).toMatchObject({ note: 'Trước số nhà 12', by: null });
      expect(office.files.map(({ role }) => role)).toEqual(['before', 'clarification']);
      server.clock.advance(-days(2));
    });

    test('what waited on a phone is no answer to what was asked, nor against what was done, since it was written', async () => {
      const report = await sentWithPhoto(server, url, anh);
      const add = (role: 'clarification' | 'reopening', seenAt: string, files: string[] = []) =>
        anh.call<Mine & Schemas['Problem']>('POST', `/my-reports/${report.id}/${role}`, {
          body: { words: 'Trước số nhà 12', files, seenAt },
          headers: { 'idempotency-key': randomUUID() },
        });
      const seen = async () => (await mine(anh, report.id)).changedAt;
      await desk.move(report.code, 'clarifying', 'Ở đoạn nào?');
      const first = await seen();
      server.clock.advance(hours(1) / 6);
      await desk.move(report.code, 'inProgress');
      server.clock.advance(1);
      await desk.move(report.code, 'clarifying', 'Sâu bao nhiêu?');
      const late = await add('clarification', first);
      expect([late.status, late.body.code, late.body.detail]).toEqual([
        409,
        'transition-refused',
        expect.stringContaining('hỏi điều khác'),
      ]);
      expect((await mine(anh, report.id)).state).toBe('clarifying');
      expect((await add('clarification', await seen())).body.state).toBe('received');

      await desk.move(report.code, 'resolved', 'Đã vá.');
      const once = await seen();
      const photoOf = async () =>
        sendPhoto(url, anh, {
          reportId: report.id,
          bytes: await photo({ width: 32, height: 24 }),
          role: 'reopening',
        });
      expect((await add('reopening', once, [await photoOf()])).body.state).toBe('reopened');
      server.clock.advance(1);
      await desk.move(report.code, 'resolved', 'Đã vá lại.');
      expect((await add('reopening', once, [await photoOf()])).body.code).toBe('transition-refused');
      expect((await mine(anh, report.id)).state).toBe('resolved');
      // Too late is too late, whatever became of the photos that waited with it.
      const gone = await add('reopening', once, [randomUUID()]);
      expect(gone.body.code).toBe('transition-refused');
    });

    test('who does not answer in five working days is told that it ends', async () => {
      const report = await sentWithPhoto(server, url, anh);
      await desk.move(report.code, 'clarifying', 'Ở đoạn nào?');
      server.clock.advance(days(8));
      anh = await (await server.phone('anh').open()).giveContact();
      server.deps.jobs.start();
      await expect.poll(async () => (await mine(anh, report.id)).state, { timeout: 10_000 }).toBe('refused');
      await server.deps.jobs.stop();
      server.clock.advance(-days(8));
    });

    test('reopens within fourteen days, with a new photo and never without', async () => {
      const report = await publicReport(server, url, anh);
      await desk.move(report.code, 'resolved', 'Đã vá xong');
      const reopen = (files: string[]) =>
        anh.call<Mine & Schemas['Problem']>('POST', `/my-reports/${report.id}/reopening`, {
          body: { words: 'Mưa một trận lại hư', files },
          headers: { 'idempotency-key': randomUUID() },
        });
      expect((await reopen([])).body.errors).toMatchObject([{ path: 'files' }]);
      const fileId = await sendPhoto(url, anh, { reportId: report.id, bytes: await photo(), role: 'reopening' });
      expect((await reopen([fileId])).body).toMatchObject({ state: 'reopened', turn: 'authority' });
      await desk.move(report.code, 'resolved', 'Đã vá lại');
      server.clock.advance(days(14) + hours(1));
      anh = await (await server.phone('anh').open()).giveContact();
      expect((await mine(anh, report.id)).reopenUntil).toBeNull();
      expect((await reopen([fileId])).body.code).toBe('transition-refused');
      server.clock.advance(-(days(14) + hours(1)));
    });

    test('a photo of how it looks now is kept once for a key; another one under it is a conflict', async () => {
      const { code } = await sentWithPhoto(server, url, anh);
      const [one, other] = ['a', 'b'].map((end) => Buffer.concat([smallJpeg, Buffer.from(end)])) as [Buffer, Buffer];
      const kept = async () =>
        (await readdir(join(server.deps.settings.DATA_DIR, 'files'), { recursive: true })).filter(
          (name) => name.length > 60,
        ).length;
      const [key, before] = [randomUUID(), await kept()];
      const { body } = await desk.after(code, one, key);
      expect((await desk.after(code, one, key)).body).toEqual(body);
      expect((await desk.after(code, other, key)).body.code).toBe('idempotency-conflict');
      expect((await desk.after('PA-991231-0001', one)).status).toBe(404);
      expect(await kept()).toBe(before + 1);
    });

    test('a photo of how it looks now is shown beside the one before', async () => {
      const report = await sentWithPhoto(server, url, anh);
      const key = randomUUID();
      const after = await desk.after(report.code, smallJpeg, key);
      expect(after.body).toMatchObject({ role: 'after', state: 'ready' });
      expect((await desk.after(report.code, smallJpeg, key)).body.id).toBe(after.body.id);
      expect((await desk.after(report.code, Buffer.from('no photo'))).body.code).toBe('file-refused');
      const photos = [report.fileId, after.body.id].map((id) => ({ id, regions: [] }));
      await desk.publish(report.code, { title: 'Ổ gà', photos });
      const { body } = await anh.call<Public>('GET', `/reports/${report.id}`);
      expect(body.photos.map(({ role }) => role)).toEqual(['before', 'after']);
    });

    test('a rating is for the one who sent it, when it is resolved', async () => {
      const report = await publicReport(server, url, anh);
      const rate = (phone: TestPhone) =>
        phone.call<Schemas['ReportRating'] & Schemas['Problem']>('PUT', `/my-reports/${report.id}/rating`, {
          body: { score: 5, comment: 'Nhanh' },
        });
      expect((await rate(anh)).body.code).toBe('transition-refused');
      await desk.move(report.code, 'resolved', 'Xong');
      expect((await rate(binh)).body.code).toBe('not-found');
      expect((await rate(anh)).body).toMatchObject({ score: 5 });
    });
  });

  describe('following and merging', () => {
    test('who follows is told; who sent it need not follow', async () => {
      const report = await publicReport(server, url, anh);
      expect((await binh.call('PUT', `/reports/${report.id}/following`)).status).toBe(204);
      await binh.call('PUT', `/reports/${report.id}/following`);
      await anh.call('PUT', `/reports/${report.id}/following`);
      expect((await binh.call<Public>('GET', `/reports/${report.id}`)).body.followers).toBe(1);
      await desk.move(report.code, 'inProgress');
      const told = (await inbox(binh)).filter(({ path }) => path === `/phan-anh/${report.id}`);
      expect(told).toMatchObject([{ topic: 'report' }]);
      expect(told[0]?.title).toContain('Ổ gà lớn gần ngã tư');
      const { body } = await binh.call<{ items: Schemas['MyReportSummary'][] }>('GET', '/my-reports');
      expect(body.items.find(({ id }) => id === report.id)).toMatchObject({
        mine: false,
        words: 'Ổ gà lớn gần ngã tư',
      });
      await binh.call('DELETE', `/reports/${report.id}/following`);
      await desk.move(report.code, 'resolved', 'Xong');
      expect((await inbox(binh)).filter(({ path }) => path === `/phan-anh/${report.id}`).length).toBe(1);
    });

    test('a duplicate is merged: everybody follows the one that stays, and it is counted once', async () => {
      const category = 'nap-ho-ga';
      const first = await publicReport(server, url, anh, { category, answers: {} });
      const second = await publicReport(server, url, binh, { category, answers: {} });
      await anh.call('PUT', `/reports/${second.id}/following`);
      const found = async () =>
        (await anh.call<{ items: Schemas['SearchHit'][] }>('GET', '/search?q=o+ga+lon&limit=50')).body.items
          .filter(({ id }) => [first.id, second.id].includes(id))
          .map(({ id }) => id);
      expect((await found()).length).toBe(2);
      expect((await desk.merge(second.code, second.code)).body.code).toBe('transition-refused');
      expect((await desk.merge(second.code, first.code)).body).toMatchObject({ code: first.code, followers: 1 });
      expect((await desk.merge(second.code, first.code)).body.code).toBe('transition-refused');
      expect(await found()).toEqual([first.id]);
      expect(await mine(binh, second.id)).toMatchObject({ state: 'merged', mergedInto: first.id });
      const { body } = await anh.call<{ total: number; items: { id: string }[] }>(
        'GET',
        `/reports?category=${category}`,
      );
      expect([body.total, body.items.map(({ id }) => id)]).toEqual([1, [first.id]]);
      await desk.move(first.code, 'resolved', 'Đã đậy nắp');
      expect(
        (await inbox(binh)).some(
          ({ body: said, path }) => path === `/phan-anh/${first.id}` && said.includes('Đã đậy nắp'),
        ),
      ).toBe(true);
    });
  });
});
