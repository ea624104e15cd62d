import { randomUUID } from 'node:crypto';
import type { SampleRequest } from '@dvc/contract/conformance';
import type { OperationId, Schemas } from '@dvc/contract';
import { BIRTH_PAPER, uploadMetadata } from './birth-draft.ts';
import { call, type Cast } from './conformance-scenes.ts';
import { photoMetadata, potholeReport } from './field-report.ts';
import { questionMetadata } from './question-file.ts';
import { smallJpeg } from './sample-papers.ts';
import { beginUpload, sendUpload } from './send-upload.ts';

/** Requests by operation, made when they are sent. */
export type Moments = Partial<Record<OperationId, () => Promise<SampleRequest>>>;

const TUS = { 'tus-resumable': '1.0.0' };
/** Of a file that has only been announced. */
const BYTES = Buffer.from('abcd');
const PURPOSE = { purpose: 'kiem tra' };

/** Asks until it is so; checking files and putting an export together takes the server a moment. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`${what}: never came`);
}

/** Reading, continuing and throwing away a file that was begun, each with one of its own. */
function ofUploads(begin: () => Promise<string>): Record<'read' | 'append' | 'drop', () => Promise<SampleRequest>> {
  const named = async () => ({ path: { fileId: await begin() }, headers: TUS });
  return {
    read: named,
    append: async () => ({
      ...(await named()),
      headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: BYTES,
    }),
    drop: named,
  };
}

/** What names a ticket that opens something once, within two minutes. */
export const ticketOf = (url: string): SampleRequest => ({
  path: { ticket: /[A-Za-z0-9_-]{43}/.exec(url)?.[0] ?? '' },
});

/** Requests about what lives for minutes or is used up by one of them: made when they are sent. */
export function moments({ serverUrl, newDraft, send }: Making, { citizen, reportDesk, question }: Cast): Moments {
  const begin = (path: string, metadata: () => Promise<string> | string) => async () =>
    beginUpload(`${serverUrl}${path}`, citizen, { metadata: await metadata(), length: BYTES.length });
  const paper = ofUploads(
    begin('/files', async () =>
      uploadMetadata({ draftId: (await newDraft()).draft.id, bytes: BYTES, paperId: BIRTH_PAPER }),
    ),
  );
  const picture = ofUploads(begin('/question-files', () => questionMetadata(randomUUID(), BYTES)));
  const photo = ofUploads(begin('/report-files', () => photoMetadata({ reportId: randomUUID(), bytes: BYTES })));

  const askedWithPicture = async (): Promise<SampleRequest> => {
    const id = randomUUID();
    const metadata = questionMetadata(id, smallJpeg);
    const fileId = await sendUpload(`${serverUrl}/question-files`, citizen, { metadata, bytes: smallJpeg });
    await until('a picture looked through', async () => {
      const { items } = await call<{ items: { state: string }[] }>(citizen, 'GET', `/question-files?questionId=${id}`);
      return items.find(({ state }) => state === 'ready');
    });
    const body = { id, ...question, files: [fileId] };
    const { about } = await call<Schemas['MyQuestion']>(citizen, 'POST', '/my-questions', body);
    return { path: { questionCode: about.code, fileId }, query: PURPOSE };
  };
  const reportedWithPhoto = async () => {
    const report = potholeReport();
    const metadata = photoMetadata({ reportId: report.id, bytes: smallJpeg });
    const fileId = await sendUpload(`${serverUrl}/report-files`, citizen, { metadata, bytes: smallJpeg });
    const sent = { ...report, files: [fileId] };
    const { id, code } = await call<Schemas['SentReport']>(citizen, 'POST', '/reports', sent);
    await until('a photo looked through', async () => {
      const { files } = await call<Schemas['OfficeReport']>(
        reportDesk,
        'GET',
        `/integration/reports/${code}?purpose=xem`,
      );
      return files.find(({ state }) => state === 'ready');
    });
    return { id, code, fileId };
  };
  const exported = async (): Promise<string> => {
    const { id } = await call<Schemas['PersonalExport']>(citizen, 'POST', '/privacy/exports');
    await until('an export', async () => {
      const { export: made } = await call<Schemas['Privacy']>(citizen, 'GET', '/privacy');
      return made?.state === 'ready' ? made : undefined;
    });
    return id;
  };
  const opened = async (path: string): Promise<SampleRequest> =>
    ticketOf((await call<{ url: string }>(citizen, 'POST', path)).url);

  return {
    appendFile: paper.append,
    deleteFile: paper.drop,
    readQuestionFileOffset: picture.read,
    appendQuestionFile: picture.append,
    deleteQuestionFile: picture.drop,
    readQuestionFileForOffice: askedWithPicture,
    readReportFileOffset: photo.read,
    appendReportFile: photo.append,
    deleteReportFile: photo.drop,
    readReportFileContent: async () => ({ path: { fileId: (await reportedWithPhoto()).fileId } }),
    readReportFileForOffice: async () => {
      const { code, fileId } = await reportedWithPhoto();
      return { path: { reportCode: code, fileId }, query: PURPOSE };
    },
    readReportPhoto: async () => {
      const { id, code, fileId } = await reportedWithPhoto();
      const shown = { title: 'Ổ gà lớn', photos: [{ id: fileId, regions: [] }] };
      await call(reportDesk, 'PUT', `/integration/reports/${code}/publication`, shown);
      return { path: { reportId: id, fileId } };
    },
    openExport: async () => ({ path: { exportId: await exported() } }),
    readExport: async () => opened(`/privacy/exports/${await exported()}/openings`),
    readOpened: async () => {
      const { items } = await call<{ items: { id: string }[] }>(citizen, 'GET', '/wallet/documents');
      return opened(`/wallet/documents/${items[0]?.id ?? ''}/openings`);
    },
    reopenReport: async () => {
      const { id, code } = await call<Schemas['SentReport']>(citizen, 'POST', '/reports', potholeReport());
      const done = { to: 'resolved', by: 'Ủy ban nhân dân phường mẫu', note: 'Đã vá xong.' };
      await call(reportDesk, 'POST', `/integration/reports/${code}/transitions`, done);
      const metadata = photoMetadata({ reportId: id, bytes: smallJpeg, role: 'reopening' });
      const fileId = await sendUpload(`${serverUrl}/report-files`, citizen, { metadata, bytes: smallJpeg });
      // Else a second answer would tell of the photo what the first one could not.
      await until('a photo looked through', async () => {
        const headers = { authorization: `Bearer ${citizen.token}` };
        const { ok } = await fetch(`${serverUrl}/report-files/${fileId}/content`, { headers });
        return ok ? true : undefined;
      });
      return { path: { reportId: id }, body: { words: 'Mưa xong lại hư', files: [fileId] } };
    },
    receiveDossierEvent: async () => {
      const dossierCode = (await send()).code;
      const event = { eventId: randomUUID(), dossierCode, sequence: 1, to: 'accepted', by: 'Một cửa mẫu' };
      return { body: { ...event, occurredAt: new Date().toISOString() } };
    },
    saveStoreRegistration: async () => {
      const id = randomUUID();
      const { draft } = await call<Schemas['StoreRegistration']>(citizen, 'POST', '/store-registrations', { id });
      const { rev, formVersion } = draft;
      return { path: { storeId: id }, body: { rev, formVersion, answers: {}, oldAnswers: [], page: 'tiem' } };
    },
  };
}

/** Where all this is made, and how a citizen's draft is. */
interface Making {
  serverUrl: string;
  newDraft: () => Promise<{ draft: Schemas['Draft'] }>;
  /** Sends one more dossier. */
  send: () => Promise<{ dossierId: string; code: string }>;
}
