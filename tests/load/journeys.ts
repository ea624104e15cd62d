import { randomUUID } from 'node:crypto';
import type { operations } from '@dvc/contract';
import { DECLARED } from '../../server/test/support/birth-draft.ts';
import { idIn, ownerOf, seededDraft, tokenOf } from './full-database.ts';
import type { LoadRequest } from './line-client.ts';

/** What citizens do, as streams of requests against the full database. */
export interface Journeys {
  submit: () => LoadRequest | undefined;
  timeline: () => LoadRequest;
  myDossiers: () => LoadRequest;
  saveDraft: () => LoadRequest;
  inbox: () => LoadRequest;
}

interface Full {
  dossiers: number;
  people: number;
  /** Drafts from one number to another that nobody has sent yet, for sending; and others, for saving again and again. */
  toSend: { from: number; to: number };
  toSave: { from: number; to: number };
}

/** What the contract wants of an operation's body: a change there does not compile here. */
type BodyOf<Id extends 'saveDraft' | 'submitDossier'> = operations[Id]['requestBody']['content']['application/json'];

const whole = (least: number, most: number): number => least + Math.floor(Math.random() * (most - least + 1));

export function journeysOf({ dossiers, people, toSend, toSave }: Full): Journeys {
  let unsent = toSend.from;
  let saving = toSave.from;
  const revs = new Map<number, number>();
  const personOfDraft = (n: number): number => (n % people) + 1;
  /** Before anything is seeded, whoever asks has no dossier. */
  const someDossier = (): number => whole(1, Math.max(1, dossiers));
  return {
    submit() {
      if (unsent > toSend.to) return undefined;
      const n = unsent;
      unsent += 1;
      const files = [{ id: idIn('e', n), sha256: seededDraft.fileHash }];
      const sent: BodyOf<'submitDossier'> = {
        draftId: idIn('d', n),
        rev: seededDraft.rev,
        files,
        declaration: DECLARED,
      };
      const body = JSON.stringify(sent);
      const headers = { 'idempotency-key': randomUUID() };
      return { method: 'POST', path: '/dossiers', token: tokenOf(personOfDraft(n)), body, headers };
    },
    timeline() {
      const n = someDossier();
      return { method: 'GET', path: `/dossiers/${idIn('f', n)}`, token: tokenOf(ownerOf(n, people)) };
    },
    myDossiers: () => ({ method: 'GET', path: '/dossiers?limit=20', token: tokenOf(ownerOf(someDossier(), people)) }),
    saveDraft() {
      const n = saving;
      saving = saving >= toSave.to ? toSave.from : saving + 1;
      const rev = revs.get(n) ?? seededDraft.rev;
      const answers = { ...seededDraft.answers, childName: `Nguyễn Văn An ${String.fromCharCode(65 + (rev % 26))}` };
      const { formVersion } = seededDraft;
      const saved: BodyOf<'saveDraft'> = { rev, formVersion, answers, oldAnswers: [], page: 'be' };
      const body = JSON.stringify(saved);
      // What was put off has not been saved.
      const answered = (status: number): unknown => status === 200 && revs.set(n, rev + 1);
      return { method: 'PUT', path: `/drafts/${idIn('d', n)}`, token: tokenOf(personOfDraft(n)), body, answered };
    },
    inbox: () => ({ method: 'GET', path: '/notifications?limit=20', token: tokenOf(whole(1, people)) }),
  };
}
