import { randomUUID } from 'node:crypto';
import type { OperationId } from '@dvc/contract';
import type { Belongings, Sample } from './operation-samples.ts';
import { questionMetadata } from './question-file.ts';

const TUS = { 'tus-resumable': '1.0.0' };

/** A question with nothing wrong in it, and nothing in it that says who asks. */
export const sampleQuestion = {
  field: 'ho-tich',
  title: 'Xin trích lục khai sinh ở đâu?',
  text: 'Tôi sinh ở xã khác, nay muốn xin trích lục khai sinh thì nộp ở đâu?',
  mayPublish: true,
};

/** The part of `operationSamples` for questions and appointments. */
export const askSamples = {
  listQuestionFields: () => ({ url: '/question-fields' }),
  listQuestions: () => ({ url: '/questions?q=khai%20sinh' }),
  readQuestion: ({ publishedId }) => ({ url: `/questions/${publishedId}` }),
  readQuestionDraft: () => ({ url: '/question-draft' }),
  saveQuestionDraft: () => ({
    url: '/question-draft',
    body: { id: randomUUID(), field: null, title: '', text: 'Tôi muốn hỏi', mayPublish: false, dossierId: null },
  }),
  deleteQuestionDraft: () => ({ url: '/question-draft' }),
  listMyQuestions: () => ({ url: '/my-questions' }),
  askQuestion: () => ({ url: '/my-questions', body: { id: randomUUID(), ...sampleQuestion } }),
  readMyQuestion: ({ questionId }) => ({ url: `/my-questions/${questionId}`, owned: true }),
  clarifyQuestion: ({ questionId }) => ({
    url: `/my-questions/${questionId}/clarification`,
    body: { text: 'Ở phường Tân Ninh.' },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  rateQuestion: ({ questionId }) => ({ url: `/my-questions/${questionId}/rating`, body: { score: 5 }, owned: true }),
  listQuestionFiles: ({ questionId }) => ({ url: `/question-files?questionId=${questionId}` }),
  createQuestionFile: () => ({
    url: '/question-files',
    headers: {
      ...TUS,
      'upload-length': '4',
      'upload-metadata': questionMetadata(randomUUID(), Buffer.from('abcd')),
    },
  }),
  readQuestionFileOffset: ({ questionFile }) => ({
    url: `/question-files/${questionFile.id}`,
    headers: TUS,
    owned: true,
  }),
  appendQuestionFile: ({ questionFile }) => ({
    url: `/question-files/${questionFile.id}`,
    headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': '0' },
    owned: true,
  }),
  deleteQuestionFile: ({ questionFile }) => ({ url: `/question-files/${questionFile.id}`, headers: TUS, owned: true }),
  readQuestionFileForOffice: ({ questionFile }) => ({
    url: `/integration/questions/${questionFile.questionCode}/files/${questionFile.id}?purpose=kiem%20tra`,
  }),
  listQuestionsForOffice: () => ({ url: '/integration/questions' }),
  readQuestionForOffice: ({ questionCode }) => ({ url: `/integration/questions/${questionCode}?purpose=kiem%20tra` }),
  askQuestionClarification: ({ questionCode }) => ({
    url: `/integration/questions/${questionCode}/clarification-request`,
    body: { by: 'Sở Tư pháp', text: 'Bạn đang ở đâu?' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  answerQuestion: ({ questionCode }) => ({
    url: `/integration/questions/${questionCode}/answer`,
    body: { outcome: 'answered', by: 'Sở Tư pháp', text: 'Nộp ở phường nơi bạn ở.' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  publishQuestion: ({ questionCode }) => ({
    url: `/integration/questions/${questionCode}/publication`,
    body: { title: sampleQuestion.title, text: sampleQuestion.text, answer: 'Nộp ở phường nơi bạn ở.' },
  }),
  listAppointmentOffices: () => ({ url: '/appointment-offices' }),
  listAppointmentDays: ({ appointment }) => ({
    url: `/appointment-offices/${appointment.officeId}/services/${appointment.serviceId}/days`,
  }),
  listAppointments: () => ({ url: '/appointments' }),
  bookAppointment: ({ appointment: { officeId, serviceId, day, time } }) => ({
    url: '/appointments',
    body: { id: randomUUID(), officeId, serviceId, day, time },
  }),
  readAppointment: ({ appointment }) => ({ url: `/appointments/${appointment.id}`, owned: true }),
  moveAppointment: ({ appointment: { id, day, time } }) => ({
    url: `/appointments/${id}`,
    body: { day, time },
    owned: true,
  }),
  cancelAppointment: ({ appointment }) => ({ url: `/appointments/${appointment.id}`, owned: true, destroys: 1 }),
  listAppointmentsForOffice: ({ appointment: { officeId, day } }) => ({
    url: `/integration/appointment-offices/${officeId}/days/${day}`,
  }),
  setAppointmentDay: ({ appointment: { officeId, day } }) => ({
    url: `/integration/appointment-offices/${officeId}/days/${day}`,
    body: { closed: null, capacity: null },
  }),
  callAppointment: ({ appointment: { officeId, day, number } }) => ({
    url: `/integration/appointment-offices/${officeId}/days/${day}/calls`,
    body: { number },
  }),
} satisfies Partial<Record<OperationId, (of: Belongings) => Sample>>;
