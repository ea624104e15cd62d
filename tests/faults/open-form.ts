import { callOperation } from '#api';
import type { Draft } from '#offline';
import { createDraftKeeper, type DraftKeeper } from '../../src/offline/draft-keeper.ts';
import { createUploads, type Uploads } from '../../src/offline/uploads.ts';
import { filesToSend, papersWithFiles } from '../../src/pages/dossiers/papers.ts';
import type { Parcel } from '../../src/pages/dossiers/sending.ts';
import { declaration, form, marksIn, paperId, type Hand } from './form.ts';
import { count, type Memory } from './memory.ts';
import type { Phone } from './phone.ts';
import type { Random } from './random.ts';

/** A draft open on a phone: the app's own keeper and uploads, as the hooks of the screen put them together. */
export interface OpenForm {
  keeper: DraftKeeper;
  uploads: Uploads;
  /** Chooses, as a person who is shown both versions. */
  settle: () => void;
  parcel: () => Parcel;
  leave: () => void;
}

interface Parts {
  draft: Draft;
  hand: Hand;
  phone: Phone;
  memory: Memory;
  random: Random;
}

/** Writes down what the screen says. */
function watch(keeper: DraftKeeper, uploads: Uploads, { draft, hand, phone, memory }: Parts): () => void {
  const mine = new Set<string>();
  const known = JSON.stringify(marksIn(draft.answers));
  const unwatchSave = keeper.save.subscribe((save) => {
    if (phone.isDead) return;
    if (save.state === 'saved') {
      memory.saved.push({ hand, marks: marksIn(keeper.work().answers) });
      count(memory, 'saves');
    }
    if (save.state === 'sent') memory.arrived.add(save.dossierId);
    if (save.state !== 'conflict') return;
    count(memory, 'conflicts');
    const theirs = JSON.stringify(marksIn(save.theirs.answers));
    if (theirs === known || !mine.has(theirs)) return;
    memory.found.push({
      finding: 'false-conflict',
      detail: [`${hand}: own version ${theirs} shown as another's`, ...memory.trace].join('\n      '),
    });
  });
  const unwatchItems = uploads.items.subscribe((items) => {
    if (phone.isDead) return;
    for (const item of items) {
      const paper = memory.papers.find(({ name }) => name === item.name);
      if (item.upload.state === 'ready' && item.fileId !== undefined && paper) memory.ready.set(item.fileId, paper);
      if (item.upload.state !== 'refused') continue;
      const why = item.upload.message ?? item.upload.code ?? 'no reason';
      memory.found.push({ finding: 'broken', detail: `${item.name} refused: ${why}` });
    }
  });
  const change = keeper.change;
  keeper.change = (work) => {
    mine.add(JSON.stringify(marksIn(work.answers)));
    change(work);
  };
  return () => {
    unwatchSave();
    unwatchItems();
    keeper.change = change;
  };
}

/** As the app has it: a draft left with something unsaved is taken up by the keeper that still saves it. */
const unsaved = new WeakMap<Phone, DraftKeeper>();

function keeperOf({ draft, phone }: Parts): DraftKeeper {
  const before = unsaved.get(phone);
  if (before !== undefined) return before;
  const keeper = createDraftKeeper({
    draft,
    send: ({ oldAnswers, ...body }) =>
      callOperation('saveDraft', { params: { draftId: draft.id }, body: { ...body, oldAnswers: [...oldAnswers] } }),
    onIdle: () => unsaved.delete(phone),
  });
  unsaved.set(phone, keeper);
  return keeper;
}

export function openForm(parts: Parts): OpenForm {
  const { draft, hand, phone, memory, random } = parts;
  const keeper = keeperOf(parts);
  const uploads = createUploads(draft.id, draft.files, { onSent: keeper.sent });
  const unwatch = watch(keeper, uploads, parts);
  const release = keeper.hold();
  const unlearn = keeper.files.subscribe(uploads.learn);
  uploads.wake();
  phone.onOnline = () => {
    void keeper.flush();
    uploads.wake();
  };
  memory.screens[hand] = () => {
    const papers = uploads.items.get().map(({ name, upload }) => `${name} ${upload.state}`);
    return `${keeper.save.get().state}; ${papers.join(', ')}`;
  };
  return {
    keeper,
    uploads,
    settle() {
      const save = keeper.save.get();
      if (save.state !== 'conflict' && save.state !== 'behind') return;
      const choice = save.state === 'behind' ? 'theirs' : random.oneOf(['mine', 'theirs'] as const);
      if (choice === 'mine') memory.overruled.push({ by: hand, theirs: marksIn(save.theirs.answers) });
      const theirs = keeper.settle(choice);
      if (theirs !== undefined) uploads.learn(theirs.files);
    },
    parcel() {
      const answers = keeper.work().answers;
      const papers = papersWithFiles(form, answers, uploads.items.get());
      return { draftId: draft.id, rev: keeper.rev(), files: filesToSend(papers), declaration: [...declaration] };
    },
    leave() {
      unwatch();
      unlearn();
      uploads.stop();
      release();
    },
  };
}

/** Adds the papers of a hand that are not on the server, or only in part; as often as it takes. */
export function bringPapers({ uploads }: OpenForm, hand: Hand, memory: Memory): void {
  const items = uploads.items.get();
  for (const paper of memory.papers) {
    // Chosen again only where nothing but an interrupted beginning is there.
    const isThere = items.some(({ name, upload }) => name === paper.name && upload.state !== 'interrupted');
    if (paper.hand !== hand || isThere) continue;
    const bytes = new Uint8Array(paper.bytes);
    uploads.add(paperId, new File([bytes], paper.name, { type: 'application/pdf' }));
    count(memory, 'files added');
  }
  for (const item of items) if (item.upload.state === 'failed') uploads.again(item.key);
}
