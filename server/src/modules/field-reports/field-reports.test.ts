import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../../../test/support/birth-draft.ts';
import {
  potholeReport,
  publicReport,
  reportDesk,
  sendPhoto,
  sendReport,
  sentWithPhoto,
  TAN_NINH,
} from '../../../test/support/field-report.ts';
import { photo } from '../../../test/support/sample-papers.ts';
import { video } from '../../../test/support/sample-video.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Public = Schemas['PublicReport'];
type Mine = Schemas['MyReport'];

describe.each(databaseKinds)('field reports on %s', (kind) => {
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
  const nearby = async (point = TAN_NINH, category = 'o-ga-mat-duong') =>
    (
      await anh.call<{ items: Schemas['PublicReportSummary'][] }>(
        'GET',
        `/reports/nearby?lat=${point.lat}&lng=${point.lng}&category=${category}`,
      )
    ).body.items;

  test('what may be reported comes with its questions, in both languages', async () => {
    const { body } = await server.phone('phuc').call<{
      items: Schemas['ReportCategory'][];
      english: Record<string, string>;
    }>('GET', '/report-categories');
    expect(body.items.length).toBe(29);
    const fire = body.items.find(({ id }) => id === 'chay-no');
    expect(fire?.emergency?.call).toBe('114');
    expect(body.english[fire?.name ?? '']).toBe('Fire or danger of fire');
  });

  describe('sending', () => {
    test('once, however often it is sent, also under another key', async () => {
      const report = potholeReport();
      const [first, again, other] = [
        await sendReport(anh, report),
        await sendReport(anh, report),
        await sendReport(anh, report, randomUUID()),
      ];
      expect(first.status).toBe(201);
      expect(first.body.code).toMatch(/^PA-261109-\d{4}$/);
      expect(first.body).toMatchObject({ communeGuessed: true, communeCode: '25459', resolveBy: '2026-11-18' });
      expect(again.body).toEqual(first.body);
      expect(other.body).toEqual(first.body);
      expect((await sendReport(binh, report)).body.code).toBe('idempotency-conflict');
    });

    test('fifty times at once is one report and one notice', async () => {
      const report = potholeReport();
      const answers = await Promise.all(Array.from({ length: 50 }, () => sendReport(anh, report)));
      expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
      const { rows } = await server.deps.db.query('select 1 from report_events where report_id = $1', [report.id]);
      expect(rows.length).toBe(1);
      expect((await inbox(anh)).filter(({ path }) => path === `/phan-anh/${report.id}`).length).toBe(1);
    });

    test('says what is missing, in the words of the form, and keeps nothing', async () => {
      const empty = potholeReport({ words: ' ', place: { source: 'words' }, category: 'ngap-nuoc', answers: {} });
      const { status, body } = await sendReport(anh, empty);
      expect(status).toBe(422);
      expect(body.errors?.map(({ path }) => path)).toEqual(['words', 'place', 'depth']);
      const none = await sendReport(anh, potholeReport({ category: 'khong-co' }));
      expect(none.body.errors).toMatchObject([{ path: 'category' }]);
    });

    test('what waited without a network is taken with the questions of its day', async () => {
      const old = potholeReport({ category: 'ngap-nuoc', answers: { gone: 'x' }, formVersion: '2026-01-01.1' });
      expect((await sendReport(anh, old)).status).toBe(201);
    });

    test('a photo that has not arrived is named, and the report is not half kept', async () => {
      const lost = randomUUID();
      const report = potholeReport({ files: [lost] });
      const { body } = await sendReport(anh, report);
      expect(body.errors).toMatchObject([{ path: `files.${lost}`, code: 'missing' }]);
      const bytes = await photo();
      const fileId = await sendPhoto(url, anh, { reportId: report.id, bytes });
      // Still in check.
      expect((await sendReport(anh, { ...report, files: [fileId] })).status).toBe(201);
      await server.deps.jobs.drain();
      expect((await mine(anh, report.id)).files).toMatchObject([{ id: fileId, state: 'ready' }]);
    });

    test('another’s photo cannot be sent along, nor added to another’s report', async () => {
      const report = potholeReport();
      const fileId = await sendPhoto(url, binh, { reportId: report.id, bytes: await photo() });
      await server.deps.jobs.drain();
      const stolen = await sendReport(anh, { ...report, files: [fileId] });
      expect(stolen.body.errors).toMatchObject([{ code: 'missing' }]);
      const sent = await sentWithPhoto(server, url, anh);
      await expect(sendPhoto(url, binh, { reportId: sent.id, bytes: await photo() })).rejects.toThrow('404');
      await expect(sendPhoto(url, anh, { reportId: sent.id, bytes: await photo() })).rejects.toThrow('409');
    });

    test('a short video is taken without what it tells, and stays with the offices', async () => {
      const report = potholeReport();
      const bytes = video({ place: '+11.3153+106.1028/', owner: 'Ánh' });
      const fileId = await sendPhoto(url, anh, { reportId: report.id, bytes, name: 'clip.mp4' });
      await server.deps.jobs.drain();
      const { body } = await sendReport(anh, { ...report, files: [fileId] });
      const kept = await anh.call('GET', `/report-files/${fileId}/content`);
      expect(kept.headers['content-type']).toMatch(/^video\//);
      expect(kept.text).not.toContain('+11.3153');
      const shown = await desk.publish(body.code, { title: 'Ổ gà', photos: [{ id: fileId, regions: [] }] });
      expect(shown.body.code).toBe('invalid');
    });

    test('where somebody stands is decoded once, and a point abroad has no commune', async () => {
      const tokens = { accessToken: anh.zaloToken(), locationToken: anh.locationToken() };
      const decoded = await anh.call<{ point: Schemas['Point']; communes: Schemas['NearCommune'][] }>(
        'POST',
        '/places/decoded',
        { body: tokens },
      );
      expect(decoded.status).toBe(200);
      expect(decoded.body.communes.length).toBeGreaterThan(0);
      expect((await anh.call('POST', '/places/decoded', { body: tokens })).body.code).toBe('zalo-refused');
      const far = await anh.call<{ items: unknown[] }>('GET', '/places/communes?lat=21.03&lng=105.85');
      expect(far.body.items).toEqual([]);
    });

    test('a former name that went into several communes is never guessed', async () => {
      const unclear = potholeReport({ place: { source: 'words', words: 'gần chợ Suối Đá' }, words: 'Ổ gà' });
      expect((await sendReport(anh, unclear)).body).toMatchObject({ communeCode: null });
      const clear = potholeReport({ place: { source: 'words', words: 'phường Hiệp Ninh, gần chợ' }, words: 'Ổ gà' });
      expect((await sendReport(anh, clear)).body).toMatchObject({ communeCode: '25459', communeGuessed: true });
    });
  });

  describe('what everybody may see', () => {
    test('nothing before it is checked; then only checked words and photos, and never who sent it', async () => {
      const report = await sentWithPhoto(server, url, anh);
      const someone = server.phone('phuc');
      expect((await someone.call('GET', `/reports/${report.id}`)).status).toBe(404);
      expect((await someone.call('GET', `/reports/${report.id}/photos/${report.fileId}`)).status).toBe(404);
      expect(await nearby()).toEqual([]);

      await desk.note(report.code, 'Người gửi là chị Ánh, đừng để lộ');
      const photos = [{ id: report.fileId, regions: [{ x: 0.4, y: 0.4, width: 0.2, height: 0.2 }] }];
      await desk.publish(report.code, {
        title: 'Ổ gà lớn',
        words: 'Ổ gà sâu, đi chậm.',
        place: 'Đường 30 Tháng 4',
        photos,
      });
      const shown = await someone.call<Public>('GET', `/reports/${report.id}`);
      expect(shown.body).toMatchObject({ title: 'Ổ gà lớn', words: 'Ổ gà sâu, đi chậm.', place: 'Đường 30 Tháng 4' });
      const list = await someone.call('GET', '/reports');
      for (const { text } of [shown, list]) {
        for (const secret of ['Ánh', '0912345678', 'té', 'đừng để lộ', 'internal']) expect(text).not.toContain(secret);
      }
      const picture = await server.app.inject(`/reports/${report.id}/photos/${report.fileId}?size=large`);
      expect(picture.headers['content-type']).toBe('image/jpeg');
      expect(picture.rawPayload.includes('SecretCamera')).toBe(false);
      const { exif, width } = await sharp(picture.rawPayload).metadata();
      expect([exif, width]).toEqual([undefined, 640]);
    });

    test('what is marked is gone from the bytes: a few squares are left of it', async () => {
      const report = await sentWithPhoto(server, url, anh);
      const region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
      await desk.publish(report.code, { title: 'Ổ gà lớn', photos: [{ id: report.fileId, regions: [region] }] });
      const { rawPayload } = await server.app.inject(`/reports/${report.id}/photos/${report.fileId}?size=large`);
      const inside = { left: 200, top: 150, width: 240, height: 180 };
      const spread = async (bytes: Buffer, area: typeof inside) => {
        const { channels } = await sharp(await sharp(bytes).extract(area).toBuffer()).stats();
        return channels.reduce((sum, { stdev }) => sum + stdev, 0);
      };
      // The sample is noise: averaged, it is nearly even.
      expect(await spread(rawPayload, inside)).toBeLessThan(
        0.3 * (await spread(rawPayload, { ...inside, top: 0, height: 90 })),
      );
    });

    test('hiding takes the report, its point and its pictures away', async () => {
      const report = await publicReport(server, url, anh, { category: 'den-duong', answers: {} });
      expect((await nearby(TAN_NINH, 'den-duong')).map(({ id }) => id)).toEqual([report.id]);
      expect((await desk.hide(report.code)).status).toBe(204);
      await server.deps.jobs.drain();
      expect(await nearby(TAN_NINH, 'den-duong')).toEqual([]);
      expect((await anh.call('GET', `/reports/${report.id}`)).status).toBe(404);
      const photoUrl = `/reports/${report.id}/photos/${report.fileId}`;
      expect((await anh.call('GET', photoUrl)).status).toBe(404);
      const { body } = await anh.call<{ total: number }>('GET', '/reports?category=den-duong');
      expect(body.total).toBe(0);
    });

    test('nearby are the open ones of the same kind within its distance, nearest first', async () => {
      const category = 'ngap-nuoc';
      const at = (metres: number) => ({ lat: TAN_NINH.lat + metres / 111_320, lng: TAN_NINH.lng });
      const sent = [];
      for (const metres of [80, 20, 140]) {
        const place = { source: 'pin' as const, point: at(metres) };
        sent.push(await publicReport(server, url, anh, { category, answers: { depth: 'o1' }, place }));
      }
      const found = await nearby(TAN_NINH, category);
      expect(found.map(({ id, metres }) => [id, metres])).toEqual([
        [sent[1]?.id, 20],
        [sent[0]?.id, 80],
      ]);
      await desk.move(sent[1]?.code ?? '', 'resolved', 'Đã khơi cống');
      expect((await nearby(TAN_NINH, category)).map(({ id }) => id)).toEqual([sent[0]?.id]);
    });

    test('lists page by commune and category, and say how many there are; a map shows clusters that add up', async () => {
      const category = 'cho-tha-rong';
      for (let n = 0; n < 5; n += 1) {
        await publicReport(server, url, anh, {
          category,
          answers: {},
          place: { source: 'pin', point: { lat: 11.31 + n * 0.02, lng: 106.1 }, communeCode: '25459' },
        });
        server.clock.advance(1000);
      }
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await anh.call<{
          items: Schemas['PublicReportSummary'][];
          next: string | null;
          total: number;
        }>('GET', `/reports?category=${category}&commune=25459&limit=2${cursor}`);
        expect(body.total).toBe(5);
        seen.push(...body.items.map(({ id }) => id));
        cursor = body.next === null ? '' : `&cursor=${body.next}`;
      } while (cursor !== '');
      expect(new Set(seen).size).toBe(5);

      const map = async (zoom: number) =>
        (
          await anh.call<{ clusters: Schemas['ReportCluster'][]; items: Schemas['PublicReportSummary'][] }>(
            'GET',
            `/reports/map?south=11.2&west=106&north=11.5&east=106.2&zoom=${zoom}&category=${category}`,
          )
        ).body;
      for (const zoom of [8, 10, 12, 14]) {
        expect((await map(zoom)).clusters.reduce((sum, { count }) => sum + count, 0)).toBe(5);
      }
      // Cut up as finely as a screen wants it, never finer than the server likes.
      expect((await map(14)).clusters.length).toBeGreaterThan(1);
      const near = await anh.call<{ items: unknown[] }>(
        'GET',
        `/reports/map?south=11.309&west=106.099&north=11.311&east=106.101&zoom=17&category=${category}`,
      );
      expect(near.body.items.length).toBe(1);
    });
  });

  test('who sent it is for the desk only, and for nobody where the name is to be hidden', async () => {
    const open = await sentWithPhoto(server, url, anh);
    const hidden = await sentWithPhoto(server, url, anh, { hideName: true });
    expect((await desk.read(open.code)).body.person?.phone).toMatch(/^0\d{9}$/);
    expect((await desk.read(hidden.code)).body.person).toBeNull();
    const { rows } = await server.deps.db.query('select system, purpose from report_readings where report_id = $1', [
      open.id,
    ]);
    expect(rows).toEqual([{ system: 'test', purpose: 'kiem tra' }]);
  });

  test('the key of the outbox is a person’s own, the same on every phone', async () => {
    const key = async (phone: TestPhone) => (await phone.call<{ keys: string[] }>('GET', '/outbox-key')).body.keys[0];
    const again = await (await server.phone('anh').open()).giveContact();
    expect(await key(again)).toBe(await key(anh));
    expect(await key(binh)).not.toBe(await key(anh));
  });
});
