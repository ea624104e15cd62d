import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Schemas } from '@dvc/contract';
import { hashOf, pdf } from './sample-papers.ts';
import { metadataHeader, sendUpload } from './send-upload.ts';
import type { TestPhone } from './test-phone.ts';
import type { TestServer } from './test-server.ts';

export const BIRTH = '1.001193';
export const BIRTH_PAPER = 'giay-chung-sinh';

const TAN_NINH = '25459';

/** A birth registration with nothing wrong in it, in Phường Tân Ninh or another commune. */
export function birthAnswers(changes: Schemas['Answers'] = {}, commune = TAN_NINH): Schemas['Answers'] {
  return {
    requesterName: 'Nguyễn Thị Ánh',
    requesterId: '072188000001',
    requesterPhone: '0900000001',
    requesterAddress: { commune, detail: 'Khu phố 3' },
    filingAs: 'me',
    childName: 'Nguyễn Văn An',
    childDob: '2026-11-02',
    childGender: 'nam',
    childEthnic: 'kinh',
    childNationality: 'VN',
    birthPlaceKind: 'co-so-y-te',
    birthFacility: 'Bệnh viện Đa khoa Tây Ninh',
    birthCommune: commune,
    hometown: commune,
    surrogacy: 'khong',
    birthProof: 'chung-sinh',
    motherKnown: 'co',
    motherName: 'Nguyễn Thị Ánh',
    motherId: '072188000001',
    motherDob: '1988-03-14',
    motherEthnic: 'kinh',
    motherAddress: { commune, detail: 'Khu phố 3' },
    parentsMarried: 'khong',
    wantCopies: 'khong',
    delivery: 'truc-tuyen',
    ...changes,
  };
}

/** What asks the server, in these tests or over the network. */
type Calling = Pick<TestPhone, 'call'>;

export const DECLARED = ['trueStatement', 'consentData'];

/** Gives a test server a port, for what cannot be done without one (uploads). */
export async function listen({ app }: TestServer): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1', listenTextResolver: () => 'listening' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** Listens, and lets the emulated one-stop system know where. */
export async function listenForEvents(server: TestServer): Promise<string> {
  const url = await listen(server);
  server.emulator.world.options.serverOrigin = url;
  return url;
}

export interface PaperToSend {
  draftId: string;
  bytes: Buffer;
  paperId?: string;
  name?: string;
  sha256?: string;
}

/** `Upload-Metadata` as the phone writes it. */
export function uploadMetadata({
  draftId,
  bytes,
  paperId = BIRTH_PAPER,
  name = 'ảnh.jpg',
  sha256,
}: PaperToSend): string {
  const pairs = { draftId, paperId, filename: name, filetype: 'image/jpeg', sha256: sha256 ?? hashOf(bytes) };
  return metadataHeader(pairs);
}

/** Sends a paper over HTTP as tus 1.0 says, and answers its id. */
export async function sendPaper(url: string, phone: Pick<TestPhone, 'token'>, paper: PaperToSend): Promise<string> {
  return sendUpload(`${url}/files`, phone, { metadata: uploadMetadata(paper), bytes: paper.bytes });
}

/** A person linked to the provincial ID, with a session. */
export async function citizenPhone(server: TestServer, personId: string): Promise<TestPhone> {
  const { citizenNumber } = server.emulator.world.people.get(personId) ?? {};
  if (!citizenNumber) throw new Error(`${personId} is nobody's citizen`);
  return (await (await server.phone(personId).open()).giveContact()).link(citizenNumber);
}

export async function startDraft(phone: Calling, id: string = randomUUID()): Promise<Schemas['Draft']> {
  const { status, body } = await phone.call<Schemas['Draft']>('POST', '/drafts', {
    body: { id, procedureCode: BIRTH },
  });
  if (status !== 201) throw new Error(`no draft: ${status}`);
  return body;
}

export async function saveDraft(phone: Calling, draft: Schemas['Draft'], answers = birthAnswers()) {
  const { rev, formVersion, oldAnswers } = draft;
  const body = { rev, formVersion, answers, oldAnswers, page: 'review' };
  return phone.call<Schemas['Draft']>('PUT', `/drafts/${draft.id}`, { body });
}

/** A draft with everything in it, and what has to be said to send it. */
export async function readyDraft(server: TestServer, url: string, phone: TestPhone) {
  const draft = await startDraft(phone);
  await sendPaper(url, phone, {
    draftId: draft.id,
    bytes: pdf({ before: `% ${draft.id}\n` }),
    name: 'Giấy chứng sinh.pdf',
  });
  await server.deps.jobs.drain();
  const { body } = await saveDraft(phone, draft);
  const files = body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  return { draft: body, submission: { draftId: body.id, rev: body.rev, files, declaration: DECLARED } };
}

export function submitDraft(
  phone: Calling,
  body: { draftId: string; rev: number; files: { id: string; sha256: string }[]; declaration: string[] },
  key: string = randomUUID(),
) {
  return phone.call<Schemas['Receipt'] & Schemas['Problem']>('POST', '/dossiers', {
    body,
    headers: { 'idempotency-key': key },
  });
}
