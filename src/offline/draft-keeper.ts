import { canonicalJson, type Schemas } from '@dvc/contract';
import type { Answers } from '@dvc/contract/forms';
import { problemOf, toAppError, type AppError } from '#api';
import { now } from '#lib/clock';
import { createStore, type Store } from '#lib/store';

export type Draft = Schemas['Draft'];

/** What was written in an older version of the form and has no place in this one. */
export type OldAnswer = Schemas['OldAnswer'];

/** What a person has written and where they are in the form. */
export interface Work {
  answers: Answers;
  /** Kept until the person drops them. */
  oldAnswers: readonly OldAnswer[];
  page: string;
}

/** Where the person's work is, said honestly. */
export type SaveState =
  | { state: 'saved'; at: string; until: string }
  /** Written a moment ago; will be sent within seconds. */
  | { state: 'waiting' }
  | { state: 'saving' }
  /** Only on this phone, in memory; goes when there is network. */
  | { state: 'offline' }
  | { state: 'failed'; error: AppError }
  /** Saved meanwhile from another phone: nothing is overwritten until the person chooses. */
  | { state: 'conflict'; mine: Work; theirs: Draft }
  /** The same, but nothing was written here that could be lost: theirs is simply newer. */
  | { state: 'behind'; theirs: Draft }
  /** Saved, and moved to a newer version of the form: that one is to be opened. */
  | { state: 'moved'; draft: Draft }
  | { state: 'sent'; dossierId: string };

/**
 * What a newer version is to somebody who was about to send. `same`: it says what was reviewed, and can be sent under its
 * revision. `newer`: nothing unsaved is here, it is shown instead. `conflict`: the person chooses.
 */
export type Clash = { met: 'same'; rev: number } | { met: 'newer' | 'conflict' };

/** Saves a draft while it is written: soon, in order, and never over somebody's newer version. */
export interface DraftKeeper {
  readonly save: Store<SaveState>;
  /** The draft's files as the newest answer has them: another phone may have added some. */
  readonly files: Store<Draft['files']>;
  /** The version of the form in which this is written. */
  readonly formVersion: string;
  rev: () => number;
  /** The newest there is, saved or not. */
  work: () => Work;
  change: (work: Work) => void;
  /** Saves what waits now; true when the server has everything. */
  flush: () => Promise<boolean>;
  /** It has become a dossier: nothing is saved any more, and whoever shows it leaves for the receipt. */
  sent: (dossierId: string) => void;
  /** Nothing is saved any more, and nobody is told. */
  end: () => void;
  /** Saves nothing from now on; resolves once no saving is under way. Call the answer to go on. */
  halt: () => Promise<() => void>;
  /** A newer version was met when sending; says what came of it. */
  clash: (theirs: Draft) => Clash;
  /** Ends a conflict. `mine` saves over the server's version; `theirs` gives that version back to be shown. */
  settle: (choice: 'mine' | 'theirs') => Draft | undefined;
  /** Somebody shows the draft; call the answer when they leave. Unsaved work goes on being saved after that. */
  hold: () => () => void;
}

interface KeeperParts {
  draft: Draft;
  send: (body: Work & { rev: number; formVersion: string }) => Promise<Draft>;
  /** Nobody shows the draft any more and nothing is unsaved. */
  onIdle?: () => void;
}

/** Quiet time before saving, and the longest anything written stays unsaved. */
const quietMs = 1_500;
const longestMs = 4_000;
const againMs = 10_000;

const same = (a: Work, b: Work): boolean =>
  a.page === b.page && canonicalJson([a.answers, a.oldAnswers]) === canonicalJson([b.answers, b.oldAnswers]);

const workOf = ({ answers, oldAnswers, page }: Draft): Work => ({ answers: answers as Answers, oldAnswers, page });

const savedAs = ({ savedAt, expiresAt }: Draft): SaveState => ({ state: 'saved', at: savedAt, until: expiresAt });

/** A copy without what no server can keep: NUL, and halves of surrogate pairs that a keyboard may leave behind. */
function snapshot({ answers, oldAnswers, page }: Work): Work {
  const clean = (_: string, value: unknown): unknown =>
    typeof value === 'string'
      ? Array.from(value, (sign) => (/^[\0\ud800-\udfff]$/.test(sign) ? '' : sign)).join('')
      : value;
  return { page, oldAnswers, answers: JSON.parse(JSON.stringify(answers), clean) as Answers };
}

export function createDraftKeeper({ draft, send, onIdle }: KeeperParts): DraftKeeper {
  // Read in a newer version than it is kept in: the move is kept with the next save, which comes at once.
  const isMoved = draft.movedFrom !== null;
  const save = createStore<SaveState>(isMoved ? { state: 'waiting' } : savedAs(draft));
  const files = createStore(draft.files);
  const { formVersion } = draft;
  let rev = draft.rev;
  let kept: Work = workOf(draft);
  let pending: Work | undefined = isMoved ? kept : undefined;
  /** Sent without an answer since the last one came: any of them may be on the server. */
  let doubtful: Work[] = [];
  let flight: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let holders = 0;
  let isHalted = false;

  const schedule = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  const blocked = (): boolean => ['conflict', 'behind', 'sent'].includes(save.get().state);

  const accept = (saved: Draft, work: Work): void => {
    files.set(saved.files);
    rev = saved.rev;
    kept = work;
    doubtful = [];
    if (pending !== undefined && same(pending, work)) pending = undefined;
    if (save.get().state === 'sent') return;
    if (pending !== undefined) schedule(quietMs);
    else if (saved.formVersion === formVersion) save.set(savedAs(saved));
    else save.set({ state: 'moved', draft: saved });
  };

  const refuse = (failure: unknown, work: Work): void => {
    const error = toAppError(failure);
    const problem = problemOf(error);
    if (problem?.code === 'draft-sent' && problem.dossierId !== undefined) {
      save.set({ state: 'sent', dossierId: problem.dossierId });
      return;
    }
    if (problem?.code === 'draft-conflict' && problem.draft !== undefined) {
      const theirs = problem.draft;
      files.set(theirs.files);
      const seen = workOf(theirs);
      const onlyMoved = canonicalJson(seen.answers) === canonicalJson(kept.answers);
      // Our own earlier save whose answer was lost is nobody else's version; neither is the same text on another page.
      if (same(seen, work)) accept(theirs, work);
      else if (onlyMoved || doubtful.some((sent) => same(seen, sent))) {
        rev = theirs.rev;
        kept = seen;
        doubtful = [];
        schedule(0);
      } else {
        const mine = pending ?? work;
        const wroteNothing = canonicalJson(mine.answers) === canonicalJson(kept.answers);
        save.set(wroteNothing ? { state: 'behind', theirs } : { state: 'conflict', mine, theirs });
      }
      return;
    }
    // Also without a network: it may have gone between the request and its answer.
    if (!doubtful.some((sent) => same(sent, work))) doubtful.push(work);
    save.set(error.kind === 'offline' ? { state: 'offline' } : { state: 'failed', error });
    schedule(againMs);
  };

  const run = async (): Promise<void> => {
    // Whoever waited longest goes first; the others wait for that, too.
    while (flight !== undefined) await flight;
    if (pending === undefined || isHalted || blocked()) return;
    clearTimeout(timer);
    const work = pending;
    waitingSince = undefined;
    save.set({ state: 'saving' });
    flight = send({ ...work, rev, formVersion }).then(
      (saved) => {
        accept(saved, work);
      },
      (failure: unknown) => {
        refuse(failure, work);
      },
    );
    await flight;
    flight = undefined;
    rest();
  };
  /** No saving will ever succeed; what is still shown stays shown. */
  const isOver = (): boolean => {
    const state = save.get();
    return state.state === 'sent' || (state.state === 'failed' && state.error.kind === 'missing');
  };
  const rest = (): void => {
    const unsaved = pending !== undefined && !isOver();
    if (holders > 0 || flight !== undefined || unsaved) return;
    clearTimeout(timer);
    onIdle?.();
  };

  return {
    save,
    files,
    formVersion,
    rev: () => rev,
    change(typed) {
      // react-hook-form hands out its own object, which goes on changing.
      const work = snapshot(typed);
      if (pending === undefined && flight === undefined && same(work, kept)) return;
      pending = work;
      if (blocked()) return;
      if (save.get().state === 'saved') save.set({ state: 'waiting' });
      waitingSince ??= now().getTime();
      const left = waitingSince + longestMs - now().getTime();
      schedule(Math.max(0, Math.min(quietMs, left)));
    },
    async flush() {
      await run();
      // What was written while that was on its way.
      if (pending !== undefined && ['waiting', 'saving'].includes(save.get().state)) await run();
      return pending === undefined && save.get().state === 'saved';
    },
    sent(dossierId) {
      clearTimeout(timer);
      save.set({ state: 'sent', dossierId });
    },
    end() {
      clearTimeout(timer);
      pending = undefined;
    },
    async halt() {
      isHalted = true;
      clearTimeout(timer);
      while (flight !== undefined) await flight;
      return () => {
        isHalted = false;
        if (pending !== undefined) schedule(0);
      };
    },
    clash(theirs) {
      const seen = workOf(theirs);
      const mine = pending ?? kept;
      if (canonicalJson([seen.answers, seen.oldAnswers]) === canonicalJson([mine.answers, mine.oldAnswers])) {
        rev = theirs.rev;
        kept = seen;
        return { met: 'same', rev };
      }
      // What was written here was saved, and whoever wrote over it was shown it: there is nothing to choose.
      const met = pending === undefined ? 'newer' : 'conflict';
      save.set(met === 'newer' ? { state: 'behind', theirs } : { state: 'conflict', mine, theirs });
      return { met };
    },
    settle(choice) {
      const state = save.get();
      if (state.state !== 'conflict' && state.state !== 'behind') return undefined;
      rev = state.theirs.rev;
      if (choice === 'mine') {
        if (state.state === 'conflict') pending ??= state.mine;
        save.set({ state: 'waiting' });
        schedule(0);
        return undefined;
      }
      kept = workOf(state.theirs);
      pending = undefined;
      save.set(savedAs(state.theirs));
      return state.theirs;
    },
    work: () => pending ?? kept,
    hold() {
      holders += 1;
      if (pending !== undefined && flight === undefined && timer === undefined) schedule(0);
      return () => {
        holders -= 1;
        void run().finally(rest);
      };
    },
  };
}
