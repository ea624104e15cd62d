import { randomUUID } from 'node:crypto';
import type { operations, Schemas } from '@dvc/contract';
import { hashOf, photo } from './sample-papers.ts';
import { metadataHeader, sendUpload } from './send-upload.ts';
import type { TestPhone } from './test-phone.ts';
import { TEST_INTEGRATION_KEY, type TestServer } from './test-server.ts';

type Sending = operations['sendReport']['requestBody']['content']['application/json'];

/** In the middle of Phường Tân Ninh. */
export const TAN_NINH = { lat: 11.3153, lng: 106.1028 };

interface PhotoToSend {
  reportId: string;
  bytes: Buffer;
  role?: Schemas['ReportFile']['role'];
  name?: string;
}

export const photoMetadata = ({ reportId, bytes, role = 'before', name = 'IMG_0001.jpg' }: PhotoToSend): string =>
  metadataHeader({ reportId, role, filename: name, filetype: 'image/jpeg', sha256: hashOf(bytes) });

export const sendPhoto = (url: string, phone: TestPhone, photo: PhotoToSend): Promise<string> =>
  sendUpload(`${url}/report-files`, phone, { metadata: photoMetadata(photo), bytes: photo.bytes });

/** A report of a pothole with nothing wrong in it. */
export function potholeReport(changes: Partial<Sending> = {}): Sending {
  return {
    id: randomUUID(),
    category: 'o-ga-mat-duong',
    formVersion: '2026-11-26.1',
    answers: { size: 'o2' },
    words: 'Ổ gà sâu trước nhà chị Ánh 0912345678, tối qua có người té.',
    place: { source: 'photo', point: TAN_NINH, words: 'Ngã tư 30 Tháng 4' },
    files: [],
    hideName: false,
    writtenAt: '2026-11-23T07:00:00.000Z',
    ...changes,
  };
}

export function sendReport(phone: TestPhone, body: Sending, key: string = body.id) {
  return phone.call<Schemas['SentReport'] & Schemas['Problem']>('POST', '/reports', {
    body,
    headers: { 'idempotency-key': key },
  });
}

/** The desk where reports arrive. */
export function reportDesk(server: TestServer) {
  const desk = Object.assign(server.phone('phuc'), { token: TEST_INTEGRATION_KEY });
  const act = (code: string, what: string, body: object, key: string = randomUUID()) =>
    desk.call<Schemas['OfficeReport'] & Schemas['Problem']>('POST', `/integration/reports/${code}/${what}`, {
      body,
      headers: { 'idempotency-key': key },
    });
  return {
    read: (code: string) =>
      desk.call<Schemas['OfficeReport']>('GET', `/integration/reports/${code}?purpose=kiem%20tra`),
    move: (code: string, to: string, note?: string, key?: string) =>
      act(code, 'transitions', { to, by: 'Phường Tân Ninh', ...(note === undefined ? {} : { note }) }, key),
    note: (code: string, internalNote: string) => act(code, 'notes', { by: 'Phường Tân Ninh', internalNote }),
    merge: (code: string, into: string) => act(code, 'merging', { into, by: 'Phường Tân Ninh' }),
    publish: (code: string, body: object) =>
      desk.call<Schemas['OfficeReport'] & Schemas['Problem']>('PUT', `/integration/reports/${code}/publication`, {
        body,
      }),
    hide: (code: string) => desk.call('DELETE', `/integration/reports/${code}/publication`),
    after: (code: string, bytes: Buffer, key: string = randomUUID()) =>
      desk.call<Schemas['ReportFile'] & Schemas['Problem']>('POST', `/integration/reports/${code}/after-photos`, {
        body: bytes,
        headers: { 'idempotency-key': key, 'content-type': 'image/jpeg' },
      }),
  };
}

/** A report with one photo that has been checked, sent by a phone. */
export async function sentWithPhoto(server: TestServer, url: string, phone: TestPhone, changes: Partial<Sending> = {}) {
  const report = potholeReport(changes);
  const bytes = await photo();
  const fileId = await sendPhoto(url, phone, { reportId: report.id, bytes });
  await server.deps.jobs.drain();
  const { status, body } = await sendReport(phone, { ...report, files: [fileId] });
  if (status !== 201) throw new Error(`not sent: ${status} ${JSON.stringify(body)}`);
  return { id: body.id, code: body.code, fileId, sent: body };
}

/** The same, shown to everybody. */
export async function publicReport(server: TestServer, url: string, phone: TestPhone, changes: Partial<Sending> = {}) {
  const report = await sentWithPhoto(server, url, phone, changes);
  const photos = [{ id: report.fileId, regions: [] }];
  const { status } = await reportDesk(server).publish(report.code, { title: 'Ổ gà lớn gần ngã tư', photos });
  if (status !== 200) throw new Error(`not published: ${status}`);
  return report;
}
