import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { ONE_STOP } from '../../emulator/src/identity.ts';
import { sampleQuestion } from '../../server/test/support/ask-samples.ts';
import { BIRTH, BIRTH_PAPER, birthAnswers, DECLARED } from '../../server/test/support/birth-draft.ts';
import { potholeReport } from '../../server/test/support/field-report.ts';
import { hashOf, pdf, smallJpeg } from '../../server/test/support/sample-papers.ts';
import { askOfPayment, pay } from './paying.ts';
import type { Person } from './person.ts';
import { expectStatus, type Act, type Scene } from './scene.ts';

async function startDraft({ call }: Person, scene: Scene): Promise<Schemas['Draft']> {
  const body = { id: randomUUID(), procedureCode: BIRTH };
  const started = await call<Schemas['Draft']>('draft', 'POST', '/drafts', { body });
  // Begun by an attempt whose answer was lost.
  if (started.status !== 200) expectStatus(scene, 'draft begun', started, 201);
  return started.body;
}

async function saveDraft(person: Person, scene: Scene, { id, rev, formVersion, oldAnswers }: Schemas['Draft']) {
  // A name has no digits.
  const letters = randomUUID()
    .replace(/\W/g, '')
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const childName = `${scene.mark} A${letters.slice(0, 12)}`;
  const body = { rev, formVersion, oldAnswers, answers: birthAnswers({ childName }), page: 'review' };
  const saved = await person.call<Schemas['Draft'] & Schemas['Problem']>('draft', 'PUT', `/drafts/${id}`, { body });
  // What was kept without our hearing of it comes back as a conflict with ourselves.
  const draft = saved.status === 409 ? saved.body.draft : saved.body;
  if (draft?.answers['childName'] !== childName) expectStatus(scene, 'draft saved', saved, 200);
  scene.notebook.drafts.set(id, { childName, owner: person.id });
  scene.notebook.did['draft saved'] = (scene.notebook.did['draft saved'] ?? 0) + 1;
  return draft as Schemas['Draft'];
}

const writeDraft: Act = async (person, scene) => {
  const draft = await startDraft(person, scene);
  await saveDraft(person, scene, await saveDraft(person, scene, draft));
};

const sendDossier: Act = async (person, scene) => {
  const { notebook } = scene;
  const draft = await startDraft(person, scene);
  const bytes = pdf({ before: `% ${draft.id}\n` });
  const about = { draftId: draft.id, paperId: BIRTH_PAPER, filename: 'giấy.pdf', filetype: 'application/pdf' };
  const fileId = await person.upload('draft', '/files', about, bytes);
  const { rev } = await saveDraft(person, scene, draft);
  await person.patience.until('paper', 'a paper waits to be checked', async () => {
    const { body } = await person.call<Schemas['Draft']>('draft', 'GET', `/drafts/${draft.id}`);
    return body.files.some(({ id, state }) => id === fileId && state === 'ready');
  });
  notebook.papers.set(fileId, { sha256: hashOf(bytes), owner: person.id });
  const body = { draftId: draft.id, rev, files: [{ id: fileId, sha256: hashOf(bytes) }], declaration: DECLARED };
  const headers = { 'idempotency-key': randomUUID() };
  // Whatever else is away, what is ready is taken.
  const sent = await person.call<Schemas['Receipt']>('draft', 'POST', '/dossiers', { body, headers });
  expectStatus(scene, 'dossier sent', sent, 201);
  notebook.drafts.delete(draft.id);
  const before = notebook.dossiers.get(draft.id)?.code ?? sent.body.code;
  if (before !== sent.body.code) scene.watch.found.add(`one draft, two dossiers: ${before}, ${sent.body.code}`);
  notebook.dossiers.set(draft.id, { code: sent.body.code, id: sent.body.dossierId, owner: person.id });
};

const report: Act = async (person, scene) => {
  const written = potholeReport({ words: `Ổ gà sâu, ${scene.mark}.`, writtenAt: new Date().toISOString() });
  const about = { reportId: written.id, role: 'before', filename: 'anh.jpg', filetype: 'image/jpeg' };
  const fileId = await person.upload('report', '/report-files', about, smallJpeg);
  const body = { ...written, files: [fileId] };
  const headers = { 'idempotency-key': written.id };
  const sent = await person.call<Schemas['SentReport']>('report', 'POST', '/reports', { body, headers });
  expectStatus(scene, 'report sent', sent, 201);
  scene.notebook.reports.set(written.id, { code: sent.body.code, owner: person.id });
};

const ask: Act = async (person, scene) => {
  const id = randomUUID();
  const body = { id, ...sampleQuestion, text: `${sampleQuestion.text} ${scene.mark}` };
  const asked = await person.call<Schemas['MyQuestion']>('ask', 'POST', '/my-questions', { body });
  if (asked.status !== 200) expectStatus(scene, 'question asked', asked, 201);
  scene.notebook.questions.set(id, { code: asked.body.about.code, owner: person.id });
};

const lists = ['/dossiers?limit=20', '/drafts', '/notifications', '/my-questions', '/news', '/session', '/payments'];

const read: Act = async (person, scene) => {
  const path = scene.random.oneOf(lists);
  const answer = await person.call<{ items?: { code?: string }[] }>('read', 'GET', path);
  expectStatus(scene, 'list read', answer, 200);
  const others = [...scene.notebook.dossiers.values()].filter(({ owner }) => owner !== person.id);
  for (const { code } of answer.body.items ?? []) {
    if (others.some((one) => one.code === code)) scene.watch.found.add(`${person.id} sees ${code}, which is another's`);
  }
};

const openPaper: Act = async (person, scene) => {
  const own = [...scene.notebook.papers].filter(([, { owner }]) => owner === person.id);
  if (own.length === 0) return;
  const [id, { sha256 }] = scene.random.oneOf(own);
  const asked = () =>
    scene.watch.ask({
      method: 'GET',
      path: `/files/${id}/content`,
      headers: { authorization: `Bearer ${person.phone.token ?? ''}` },
    });
  const opened = await person.patience.insist('open-paper', asked);
  if (opened.status === 401) return person.enter();
  expectStatus(scene, 'paper opened', opened, 200);
  if (hashOf(Buffer.from(opened.text)) !== sha256) scene.watch.found.add(`other bytes shown as paper ${id}`);
};

/** What one's office does: moves a dossier, and the person is told. */
const office: Act = async (person, scene) => {
  const waiting = [...scene.notebook.dossiers.values()].filter(({ owner }) => owner === person.id);
  if (waiting.length === 0) return;
  const dossier = scene.random.oneOf(waiting);
  const headers = { authorization: `Bearer ${ONE_STOP.keyAtServer}`, 'idempotency-key': randomUUID() };
  const state = await person.call<Schemas['Dossier']>('read', 'GET', `/dossiers/${dossier.id}`);
  const to = { submitted: 'accepted', accepted: 'processing', processing: 'completed' }[String(state.body.state)];
  if (to === undefined) return;
  const moved = await person.patience.insist('office', () =>
    scene.watch.ask({
      method: 'POST',
      path: `/integration/dossiers/${dossier.code}/transitions`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ to, by: 'Phường Tân Ninh' }),
    }),
  );
  // Two at the same dossier: the second is told so.
  if (moved.status !== 409) expectStatus(scene, `dossier ${to}`, moved, 200);
};

const enterAnew: Act = (person) => person.enter();
const giveContact: Act = (person) => person.contact();
const linkAgain: Act = (person) => person.link();

export const acts = {
  writeDraft,
  sendDossier,
  report,
  ask,
  read,
  openPaper,
  office,
  enterAnew,
  giveContact,
  linkAgain,
  pay,
};

/** What people do of themselves, the more often the more often it stands here. */
export const daily: readonly Act[] = [
  ...[writeDraft, sendDossier, sendDossier, report, ask, read, read, read, openPaper, office, office],
  ...[enterAnew, giveContact, linkAgain],
  ...[pay, pay, askOfPayment],
];
