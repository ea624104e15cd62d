import type { Problem, Schemas } from '@dvc/contract';
import { minutes } from '../../src/core/clock.ts';
import { readyDraft, saveDraft, sendPaper, startDraft, submitDraft } from '../support/birth-draft.ts';
import { pdf } from '../support/sample-papers.ts';
import { expectStatus, insist, isLoginRecent, logIn } from './steps.ts';
import { newId, type Act, type Person, type SimulatedWorld } from './world.ts';

async function writeDraft(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, drafts } = person;
  const draft = await startDraft(phone);
  const { status } = await insist(world, person, { what: 'draft saved', level: 2 }, () => saveDraft(phone, draft));
  if (expectStatus(world, 'draft saved', status, [200])) drafts.set(draft.id, world.now().getTime());
}

async function writeOn(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, drafts } = person;
  const [id] = [...drafts.keys()];
  if (id === undefined) return;
  const { status, body } = await phone.call<Parameters<typeof saveDraft>[1]>('GET', `/drafts/${id}`);
  if (status !== 200) return;
  const saved = await insist(world, person, { what: 'draft saved again', level: 2 }, () => saveDraft(phone, body));
  if (expectStatus(world, 'draft saved again', saved.status, [200])) drafts.set(id, world.now().getTime());
}

async function sendDossier(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, dossiers, sent } = person;
  const { submission } = await readyDraft(world.server, world.url, phone);
  const key = newId();
  const send = () => submitDraft(phone, submission, key);
  const { status, body } = await insist(world, person, { what: 'dossier sent', level: 2 }, send);
  if (!expectStatus(world, 'dossier sent', status, [201])) return;
  dossiers.set(body.code, body.dossierId);
  // Its receipt while the key is known; afterwards that it is a dossier by now, and which.
  const again = async () => (await send()).body.dossierId;
  sent.push({ what: 'dossier', name: body.dossierId, at: world.now().getTime(), again });
  // A nervous thumb.
  if (world.random.chance(0.3) && (await send()).body.code !== body.code) world.broken.push(`sent twice: ${body.code}`);
}

/** What was asked for is written, and sent; the request may be another one by then. */
async function supplement(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, dossiers } = person;
  for (const dossierId of dossiers.values()) {
    const place = `/dossiers/${dossierId}/supplement`;
    const { status, body } = await phone.call<Schemas['SupplementTask']>('GET', place);
    if (status !== 200) continue;
    const { draft, form } = body;
    for (const { id } of form.papers as unknown as { id: string }[]) {
      const bytes = pdf({ before: `% ${newId()}\n` });
      await sendPaper(world.url, phone, { draftId: draft.id, paperId: id, bytes });
    }
    await world.server.deps.jobs.drain();
    const save = { requestId: draft.id, rev: draft.rev, answers: {} };
    const saved = await insist(world, person, { what: 'supplement saved', level: 2 }, () =>
      phone.call<Schemas['Draft']>('PUT', place, { body: save }),
    );
    // Who was away so long may find that the office does not wait any more.
    if (!expectStatus(world, 'supplement saved', saved.status, [200, 409]) || saved.status === 409) return;
    const files = saved.body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
    const key = newId();
    const answer = await insist(world, person, { what: 'supplement sent', level: 2 }, () =>
      phone.call('POST', place, {
        body: { requestId: draft.id, rev: saved.body.rev, files },
        headers: { 'idempotency-key': key },
      }),
    );
    expectStatus(world, 'supplement sent', answer.status, [201, 409]);
    return;
  }
}

/** A result opens after a login of the last half hour, by an address that works once and for two minutes. */
async function openResult(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone } = person;
  const { body } = await phone.call<{ items: Schemas['DocumentSummary'][] }>('GET', '/wallet/documents');
  const result = body.items.find(({ kind }) => kind === 'result');
  if (result === undefined) return;
  const open = () => phone.call<{ url: string }>('POST', `/wallet/documents/${result.id}/openings`);
  const isRecent = isLoginRecent(world, person);
  const first = await open();
  expectStatus(world, isRecent ? 'result opened' : 'login too old', first.status, [isRecent ? 201 : 403]);
  if (!isRecent) await logIn(world, person);
  const opening = isRecent ? first : await open();
  if (!expectStatus(world, 'result opened', opening.status, [201])) return;
  const isLate = world.random.chance(0.3);
  if (isLate) await world.pass(minutes(3));
  const { pathname } = new URL(opening.body.url);
  const look = async () => (await world.server.app.inject({ method: 'GET', url: pathname })).statusCode;
  expectStatus(world, isLate ? 'ticket over' : 'result read', await look(), [isLate ? 410 : 200]);
  expectStatus(world, 'ticket used', await look(), [410]);
}

async function rate(world: SimulatedWorld, { phone, dossiers }: Person): Promise<void> {
  for (const id of [...dossiers.values()].reverse()) {
    const { body: dossier } = await phone.call<Schemas['Dossier']>('GET', `/dossiers/${id}`);
    if (dossier.state !== 'completed') continue;
    const body = { score: world.random.whole(1, 5), comment: `Nhanh, ${world.today()}` };
    const { status } = await phone.call('PUT', `/dossiers/${id}/rating`, { body });
    // After fourteen days it stays as it was.
    expectStatus(world, 'dossier rated', status, [200, 409]);
    return;
  }
}

async function withdraw(world: SimulatedWorld, person: Person): Promise<void> {
  if (!world.random.chance(0.2)) return;
  const { phone, dossiers } = person;
  const id = [...dossiers.values()].at(-1);
  if (id === undefined) return;
  const key = newId();
  const { status } = await insist(world, person, { what: 'dossier withdrawn', level: 2 }, () =>
    phone.call<Schemas['Dossier'] & Problem>('POST', `/dossiers/${id}/withdrawal`, {
      body: { reason: 'Tôi nộp nhầm.' },
      headers: { 'idempotency-key': key },
    }),
  );
  expectStatus(world, 'dossier withdrawn', status, [200, 409]);
}

const CHILDREN = ['An', 'Bình', 'Chi', 'Dũng', 'Hà', 'Khoa', 'Lan', 'Minh', 'Nga', 'Oanh'];

/** Each child once: who agrees to the same twice is told the same twice. */
async function actForChild(world: SimulatedWorld, { phone, delegations, sent }: Person): Promise<void> {
  const child = CHILDREN[delegations.size];
  if (child === undefined) return;
  const { body: known } = await phone.call<{ consent: { version: string } }>('GET', '/delegations');
  const wish = {
    ...{ id: newId(), fullName: `Nguyễn Văn ${child}`, birthDate: '2018-05-01', relationship: 'child' },
    ...{ months: world.random.oneOf([1, 6, 12]), consentVersion: known.consent.version },
  };
  const agree = () => phone.call<Schemas['Delegation']>('POST', '/delegations', { body: wish });
  const { status, body } = await agree();
  if (!expectStatus(world, 'acting for a child', status, [201])) return;
  delegations.set(body.id, body.endsOn);
  const again = async () => (await agree()).body.id;
  sent.push({ what: 'delegation', name: body.id, at: world.now().getTime(), again });
}

/** What only somebody with the provincial ID does. */
export const citizenActs: readonly Act[] = [
  ...[writeDraft, writeOn, sendDossier, sendDossier, supplement, supplement],
  ...[openResult, rate, withdraw, actForChild],
];
