import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { sampleQuestion } from './ask-samples.ts';
import { sendQuestionFile } from './question-file.ts';
import { photo } from './sample-papers.ts';
import type { TestPhone } from './test-phone.ts';
import { TEST_INTEGRATION_KEY, type TestServer } from './test-server.ts';

type Question = Schemas['MyQuestion'];

/** Asks as the app does. */
export function ask(phone: TestPhone, changes: object = {}, id: string = randomUUID()) {
  return phone.call<Question & Problem>('POST', '/my-questions', { body: { id, ...sampleQuestion, ...changes } });
}

/** What an office's system does. */
export async function asOffice<T = Problem>(
  { app }: TestServer,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  key: string = randomUUID(),
) {
  const response = await app.inject({
    method,
    url: `/integration${path}`,
    headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': key },
    ...(body ? { payload: body } : {}),
  });
  return { status: response.statusCode, text: response.body, body: JSON.parse(response.body) as T };
}

/** Two questions of somebody: one open, one answered and published. */
export async function askTwice(server: TestServer, phone: TestPhone) {
  const { about: open } = (await ask(phone)).body;
  const { about: second } = (await ask(phone)).body;
  const words = { title: sampleQuestion.title, text: sampleQuestion.text, answer: 'Nộp ở phường nơi bạn ở.' };
  const answer = { outcome: 'answered', by: 'Sở Tư pháp', text: words.answer };
  await asOffice(server, 'POST', `/questions/${second.code}/answer`, answer);
  const { status, text } = await asOffice(server, 'PUT', `/questions/${second.code}/publication`, words);
  if (status !== 200) throw new Error(`not published: ${status} ${text}`);
  return { open, published: second };
}

/** A question that was sent with one picture. */
export async function askWithFile(server: TestServer, url: string, phone: TestPhone) {
  const id = randomUUID();
  const fileId = await sendQuestionFile(url, phone, id, await photo());
  const { status, body } = await ask(phone, { files: [fileId] }, id);
  if (status !== 201) throw new Error(`not asked: ${status} ${JSON.stringify(body)}`);
  await server.deps.jobs.drain();
  return { id: fileId, questionId: id, questionCode: body.about.code };
}

export const OFFICE = 'hcc-tan-ninh';
export const SERVICE = 'chung-thuc';

export function book(
  phone: TestPhone,
  slot: { day: string; time: string },
  more: object = {},
  id: string = randomUUID(),
) {
  return phone.call<Schemas['Appointment'] & Problem>('POST', '/appointments', {
    body: { id, officeId: OFFICE, serviceId: SERVICE, ...slot, ...more },
  });
}

/** Slots with a place, soonest first. */
export async function freeSlots(
  phone: TestPhone,
  service = SERVICE,
): Promise<{ day: string; time: string; free: number }[]> {
  const url = `/appointment-offices/${OFFICE}/services/${service}/days`;
  const { body } = await phone.call<{ items: Schemas['AppointmentDay'][] }>('GET', url);
  return body.items.flatMap(({ day, slots }) =>
    slots.filter(({ free }) => free > 0).map(({ time, free }) => ({ day, time, free })),
  );
}

export async function bookFirstFree(phone: TestPhone) {
  const [slot] = await freeSlots(phone);
  if (!slot) throw new Error('no slot is free');
  return book(phone, { day: slot.day, time: slot.time });
}
