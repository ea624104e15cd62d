import type { Schemas } from '@dvc/contract';
import type { Language, SameWords, Texts } from '#lib/texts';
import { momentInWords } from '#lib/dates';
import { paths } from '#nav';
import type { todoTexts } from './todo-texts';

type Words = typeof todoTexts extends Texts<infer Shape> ? SameWords<Shape> : never;

/** One thing that waits for the person. */
export interface Waiting {
  key: string;
  title: string;
  meta: string;
  to: string;
}

function turnWords(state: Schemas['DossierState'], t: Words): string {
  switch (state) {
    case 'supplementRequired':
    case 'paymentRequired':
    case 'refused':
    case 'completed':
      return t[state];
    default:
      return t.yourTurn;
  }
}

/** What needs the person, most pressing first: dossiers whose turn is theirs, then unfinished ones. */
export function whatWaits(
  dossiers: readonly Schemas['DossierSummary'][],
  drafts: readonly Schemas['DraftSummary'][],
  { t, language, now }: { t: Words; language: Language; now: Date },
): Waiting[] {
  const named = (what: string, actingFor: Schemas['ActingFor'] | undefined): string =>
    actingFor === undefined ? what : t.helping(what, actingFor.fullName);
  const turns = dossiers
    .filter(({ turn }) => turn === 'citizen')
    .map(({ id, procedureName, state, actingFor }) => ({
      key: id,
      title: turnWords(state, t),
      meta: named(procedureName, actingFor),
      to: paths.dossier({ id }),
    }));
  const unfinished = drafts.map(({ id, procedureCode, procedureName, step, steps, savedAt, actingFor }) => ({
    key: id,
    title: t.resume(named(procedureName, actingFor)),
    meta: t.draftMeta(step, steps, momentInWords(savedAt, now, language)),
    to: paths.submitDossier({ procedureCode, nhap: id }),
  }));
  return [...turns, ...unfinished];
}
