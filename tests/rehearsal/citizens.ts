import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Schemas } from '@dvc/contract';
import { birthAnswers, BIRTH_PAPER, DECLARED, uploadMetadata } from '../../server/test/support/birth-draft.ts';
import { hashOf, pdf } from '../../server/test/support/sample-papers.ts';
import { idIn, seededDraft, tokenOf } from '../load/full-database.ts';
import type { Notebook } from './notebook.ts';

/**
 * People who do what the app does: what got no answer, or a 5xx, is done again with the same key until it is acknowledged.
 * Everything acknowledged goes into the notebook, to be looked for afterwards.
 */

interface Answer {
  status: number;
  body: Buffer;
  headers: Headers;
}

interface Asked {
  method: string;
  path: string;
  person: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** A little more than nginx has with a server that fell silent. */
const PATIENCE_MS = 15_000;
/** The app waits longer; here a second attempt soon shows sooner that it works again. */
const PAUSE_MS = 300;

const PEOPLE = 2_000;
export const peopleThere = PEOPLE;
const personOfDraft = (n: number): number => (n % PEOPLE) + 1;

export function createCitizens(url: string, notebook: Notebook, draftsThere: number) {
  let nextDraft = 1;
  let isOver = false;
  let giveUpAt = Infinity;

  async function once({ method, path, person, headers = {}, body }: Asked): Promise<Answer> {
    const sent = new Headers({ authorization: `Bearer ${tokenOf(person)}`, ...headers });
    if (typeof body === 'string') sent.set('content-type', 'application/json');
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  }

  /** Until there is an answer that is not "later"; undefined when the rehearsal ended first. */
  async function untilAnswered(kind: string, asked: Asked): Promise<Answer | undefined> {
    while (performance.now() < giveUpAt) {
      const began = performance.now();
      try {
        const answer = await once(asked);
        notebook.note({ kind, began, ended: performance.now(), status: answer.status });
        if (answer.status < 500 && answer.status !== 429) return answer;
      } catch {
        notebook.note({ kind, began, ended: performance.now(), status: 0 });
      }
      await wait(PAUSE_MS);
    }
    return undefined;
  }

  const takeDraft = (): number => {
    if (nextDraft > draftsThere) throw new Error('more drafts are needed for a rehearsal of this length');
    nextDraft += 1;
    return nextDraft - 1;
  };

  const unexpected = (kind: string, answer: Answer): void =>
    notebook.surprise(`${kind}: ${answer.status} ${answer.body.toString('utf8').slice(0, 300)}`);

  async function submit(): Promise<void> {
    const n = takeDraft();
    const files = [{ id: idIn('e', n), sha256: seededDraft.fileHash }];
    const body = JSON.stringify({ draftId: idIn('d', n), rev: seededDraft.rev, files, declaration: DECLARED });
    const key = randomUUID();
    const headers = { 'idempotency-key': key };
    const asked = { method: 'POST', path: '/dossiers', person: personOfDraft(n), headers, body };
    const answer = await untilAnswered('submit', asked);
    if (answer === undefined) return notebook.unanswered('submit');
    if (answer.status !== 201) return unexpected('submit', answer);
    const { dossierId, code } = JSON.parse(answer.body.toString('utf8')) as Schemas['Receipt'];
    notebook.dossiers.set(idIn('d', n), {
      dossierId,
      code,
      text: answer.body.toString('utf8'),
      repeat: () => once(asked),
    });
  }

  async function report(): Promise<void> {
    const id = randomUUID();
    const place = { source: 'pin', point: { lat: 11.31, lng: 106.1 }, words: 'Gần chợ' };
    const written = { words: 'Ổ gà sâu.', hideName: false, writtenAt: '2026-11-23T07:00:00.000Z', files: [] };
    const what = { category: 'o-ga-mat-duong', formVersion: notebook.reportForm, answers: { size: 'o2' } };
    const body = JSON.stringify({ id, ...what, ...written, place });
    const headers = { 'idempotency-key': id };
    const person = 1 + Math.floor(Math.random() * PEOPLE);
    const answer = await untilAnswered('report', { method: 'POST', path: '/reports', person, headers, body });
    if (answer === undefined) return notebook.unanswered('report');
    if (answer.status !== 201) return unexpected('report', answer);
    notebook.reports.set(id, (JSON.parse(answer.body.toString('utf8')) as Schemas['SentReport']).code);
  }

  /** One draft, saved again and again, each time built on what was acknowledged last. */
  function createSaver(): () => Promise<void> {
    const n = takeDraft();
    let rev = seededDraft.rev;
    return async () => {
      const childName = `Nguyễn Văn ${randomUUID().slice(0, 8)}`;
      const answers = birthAnswers({ childName });
      const body = JSON.stringify({ rev, formVersion: seededDraft.formVersion, answers, oldAnswers: [], page: 'be' });
      const path = `/drafts/${idIn('d', n)}`;
      const answer = await untilAnswered('save', { method: 'PUT', path, person: personOfDraft(n), body });
      if (answer === undefined) return notebook.unanswered('save');
      const said = JSON.parse(answer.body.toString('utf8')) as Partial<Schemas['Draft'] & Schemas['Problem']>;
      const saved = answer.status === 409 ? said.draft : said;
      if (saved?.answers?.['childName'] !== childName || saved.rev === undefined) return unexpected('save', answer);
      rev = saved.rev;
      notebook.drafts.set(idIn('d', n), { rev, childName });
    };
  }

  async function askOffset(path: string, person: number): Promise<number | undefined> {
    const answer = await untilAnswered('upload', {
      method: 'HEAD',
      path,
      person,
      headers: { 'tus-resumable': '1.0.0' },
    });
    return answer === undefined ? undefined : Number(answer.headers.get('upload-offset'));
  }

  async function sendBytes(path: string, person: number, bytes: Buffer): Promise<boolean> {
    for (let offset = 0; offset < bytes.length;) {
      const headers = {
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      };
      const chunk = new Uint8Array(bytes.subarray(offset, offset + 256 * 1024));
      const answer = await untilAnswered('upload', { method: 'PATCH', path, person, headers, body: chunk });
      if (answer === undefined) return false;
      if (answer.status === 204) offset += chunk.length;
      else offset = (await askOffset(path, person)) ?? Infinity;
    }
    return true;
  }

  /** A paper sent in pieces, and looked at again once it was checked. */
  async function upload(): Promise<void> {
    const n = takeDraft();
    const person = personOfDraft(n);
    const bytes = pdf({ before: `%${'x'.repeat(300_000)}${randomUUID()}\n` });
    const metadata = uploadMetadata({ draftId: idIn('d', n), bytes, paperId: BIRTH_PAPER, name: 'giấy.pdf' });
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(bytes.length), 'upload-metadata': metadata };
    const created = await untilAnswered('upload', { method: 'POST', path: '/files', person, headers });
    if (created === undefined) return notebook.unanswered('upload');
    const path = created.headers.get('location');
    if (created.status !== 201 || path === null) return unexpected('upload', created);
    if (!(await sendBytes(path, person, bytes))) return notebook.unanswered('upload');
    notebook.files.set(path, {
      sha256: hashOf(bytes),
      read: () => once({ method: 'GET', path: `${path}/content`, person }),
    });
  }

  async function read(): Promise<void> {
    const person = 1 + Math.floor(Math.random() * PEOPLE);
    await untilAnswered('read', { method: 'GET', path: '/dossiers?limit=20', person });
  }

  async function goOn(act: () => Promise<void>, pause: number): Promise<void> {
    while (!isOver) {
      await act();
      await wait(pause);
    }
  }

  const crowd = [
    ...Array.from({ length: 6 }, () => goOn(submit, 150)),
    ...Array.from({ length: 3 }, () => goOn(report, 150)),
    ...Array.from({ length: 6 }, () => goOn(createSaver(), 250)),
    ...Array.from({ length: 2 }, () => goOn(upload, 1_500)),
    ...Array.from({ length: 4 }, () => goOn(read, 50)),
  ];
  return {
    /** Nothing new is begun; what was begun may still be acknowledged. */
    async goHome(): Promise<void> {
      isOver = true;
      giveUpAt = performance.now() + 60_000;
      await Promise.all(crowd);
    },
  };
}
