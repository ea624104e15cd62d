import { randomUUID } from 'node:crypto';
import type { SampleRequest } from '@dvc/contract/conformance';
import type { OperationId, Schemas } from '@dvc/contract';
import { photoMetadata, potholeReport } from './field-report.ts';
import type { HttpPhone } from './http-phone.ts';
import { pdf, smallJpeg } from './sample-papers.ts';

type Scene = Partial<Record<OperationId, SampleRequest>>;

/** Who acts in these scenes: a citizen, and the offices that work on what they sent. */
export interface Cast {
  citizen: HttpPhone;
  /** With the keys of questions, dossiers and appointments. */
  oneStop: HttpPhone;
  reportDesk: HttpPhone;
  /** A question of a field that the province has. */
  question: { field: string; title: string; text: string; mayPublish: boolean };
}

const BY = 'Ủy ban nhân dân phường mẫu';

/** Calls, and throws what was answered when it is no success. */
export async function call<T>(who: HttpPhone, method: string, path: string, body?: object): Promise<T> {
  const answer = await who.call<T>(method, path, {
    ...(body === undefined ? {} : { body }),
    headers: { 'idempotency-key': randomUUID() },
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Questions that wait for an office, for the citizen, and for a mark. */
export async function questionScene({ citizen, oneStop, question }: Cast): Promise<Scene> {
  const ask = async (): Promise<{ questionId: string; questionCode: string }> => {
    const id = randomUUID();
    const { about } = await call<Schemas['MyQuestion']>(citizen, 'POST', '/my-questions', { id, ...question });
    return { questionId: id, questionCode: about.code };
  };
  const forOffice = ({ questionCode }: { questionCode: string }): string => `/integration/questions/${questionCode}`;
  const clarified = await ask();
  await call(oneStop, 'POST', `${forOffice(clarified)}/clarification-request`, { by: BY, text: 'Bạn đang ở đâu?' });
  const answered = await ask();
  const answer = { outcome: 'answered', by: BY, text: 'Nộp ở phường nơi bạn ở.' };
  await call(oneStop, 'POST', `${forOffice(answered)}/answer`, answer);
  return {
    clarifyQuestion: { path: clarified, body: { text: 'Ở trung tâm tỉnh.' } },
    rateQuestion: { path: answered, body: { score: 5 } },
    askQuestionClarification: { path: await ask(), body: { by: BY, text: 'Bạn đang ở đâu?' } },
    answerQuestion: { path: await ask(), body: answer },
  };
}

/** Field reports in every state somebody may do something to. */
export async function reportScene({ citizen, reportDesk }: Cast): Promise<Scene> {
  const send = async (): Promise<{ reportId: string; reportCode: string }> => {
    const { id, code } = await call<Schemas['SentReport']>(citizen, 'POST', '/reports', potholeReport());
    return { reportId: id, reportCode: code };
  };
  const moved = async (to: Schemas['ReportState'], note?: string) => {
    const report = await send();
    const move = { to, by: BY, ...(note === undefined ? {} : { note }) };
    await call(reportDesk, 'POST', `/integration/reports/${report.reportCode}/transitions`, move);
    return report;
  };
  const unclear = await moved('clarifying', 'Ở gần chỗ nào?');
  const metadata = photoMetadata({ reportId: unclear.reportId, bytes: Buffer.from('abcd'), role: 'clarification' });
  return {
    createReportFile: { headers: { 'tus-resumable': '1.0.0', 'upload-length': '4', 'upload-metadata': metadata } },
    clarifyReport: {
      path: await moved('clarifying', 'Ở gần chỗ nào?'),
      body: { words: 'Gần cây xăng', files: [] },
    },
    rateReport: { path: await moved('resolved', 'Đã vá xong.'), body: { score: 4 } },
    mergeReport: { path: await send(), body: { into: (await send()).reportCode, by: BY } },
    handInReportPhoto: { path: await moved('inProgress'), body: smallJpeg },
  };
}

/** A visit to be moved to another day, and one for something else: nobody has two for the same. */
export async function visitScene(
  { citizen }: Cast,
  { id, officeId, serviceId, day }: Schemas['Appointment'],
): Promise<Scene> {
  const { items: offices } = await call<{ items: Schemas['AppointmentOffice'][] }>(
    citizen,
    'GET',
    '/appointment-offices',
  );
  const other = offices.find((office) => office.id === officeId)?.services.find((one) => one.id !== serviceId);
  const freeSlot = async (service: string): Promise<{ day: string; time: string } | undefined> => {
    const path = `/appointment-offices/${officeId}/services/${service}/days`;
    const { items } = await call<{ items: Schemas['AppointmentDay'][] }>(citizen, 'GET', path);
    const later = items.find((one) => one.day !== day && one.slots.some(({ free }) => free > 0));
    const time = later?.slots.find(({ free }) => free > 0)?.time;
    return later && time !== undefined ? { day: later.day, time } : undefined;
  };
  const goal = await freeSlot(serviceId);
  const toBook = other && (await freeSlot(other.id));
  return {
    ...(goal ? { moveAppointment: { path: { appointmentId: id }, body: goal } } : {}),
    ...(other && toBook
      ? { bookAppointment: { body: { id: '{{uuid}}', officeId, serviceId: other.id, ...toBook } } }
      : {}),
  };
}

/** Dossiers an office asks something of, hands a result to, and has done with. `send` sends one more. */
export async function dossierScene(
  { citizen, oneStop }: Cast,
  send: () => Promise<{ dossierId: string; code: string }>,
): Promise<Scene> {
  const move = (code: string, to: string): Promise<unknown> =>
    call(oneStop, 'POST', `/integration/dossiers/${code}/transitions`, { to, by: BY });
  const missing = { by: BY, items: [{ kind: 'answer', about: 'Ai đưa bé đi đăng ký?', reason: 'Chưa ghi.' }] };
  const asked = async () => {
    const { dossierId, code } = await send();
    await move(code, 'accepted');
    await call(oneStop, 'POST', `/integration/dossiers/${code}/supplement-requests`, missing);
    const { draft } = await call<Schemas['SupplementTask']>(citizen, 'GET', `/dossiers/${dossierId}/supplement`);
    const body = { requestId: draft.id, rev: draft.rev, answers: { bs1_1: 'Bà ngoại' } };
    return { dossierId, body };
  };
  const open = await asked();
  const written = await asked();
  const saved = await call<Schemas['Draft']>(citizen, 'PUT', `/dossiers/${written.dossierId}/supplement`, written.body);
  const accepted = await send();
  await move(accepted.code, 'accepted');
  const inWork = await send();
  await move(inWork.code, 'accepted');
  await move(inWork.code, 'processing');
  const done = await send();
  await move(done.code, 'accepted');
  await move(done.code, 'completed');
  return {
    moveDossier: { path: { dossierCode: (await send()).code }, body: { to: 'accepted', by: BY } },
    withdrawDossier: { path: { dossierId: (await send()).dossierId }, body: {} },
    askSupplement: { path: { dossierCode: accepted.code }, body: missing },
    readSupplement: { path: { dossierId: open.dossierId } },
    saveSupplement: { path: { dossierId: open.dossierId }, body: open.body },
    sendSupplement: {
      path: { dossierId: written.dossierId },
      body: { requestId: written.body.requestId, rev: saved.rev, files: [] },
    },
    handInResult: { path: { dossierCode: inWork.code }, body: pdf() },
    rateDossier: { path: { dossierId: done.dossierId }, body: { score: 5 } },
  };
}
