import { randomUUID } from 'node:crypto';
import { callOperation, isAppError, problemOf } from '#api';
import type { Draft } from '#offline';
import { pause } from '#lib/time-limit';
import { form, marksIn, procedureCode, written, type Hand } from './form.ts';
import { count, type Memory } from './memory.ts';
import { bringPapers, openForm, type OpenForm } from './open-form.ts';
import type { Phone } from './phone.ts';
import type { Random } from './random.ts';
import { showSendButton, type SendButton } from './send-button.ts';

/** What this person will do, drawn beforehand. */
export interface Plan {
  /** Changes of the form, by hand. */
  changes: Record<Hand, number>;
  /** Whether this hand presses send in the end. */
  sends: Record<Hand, boolean>;
  /** Taps where one would do. */
  taps: number;
}

interface Life {
  hand: Hand;
  plan: Plan;
  phone: Phone;
  memory: Memory;
  random: Random;
}

/** Repeats what a person would tap again until it works; a draft that is a dossier ends everything. */
async function insist<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isAppError(error) || problemOf(error)?.code === 'draft-sent') throw error;
      await pause(1_500);
    }
  }
}

/** The draft to go on with: the one there is, or a new one for the first hand; undefined when it is a dossier already. */
async function findDraft({ hand, memory, plan }: Life): Promise<Draft | undefined> {
  const id = randomUUID();
  for (;;) {
    const { items } = await insist(() => callOperation('listDrafts'));
    // A start that was given up may arrive late and lie beside the draft that is being filled.
    const begun =
      items.find((item) => memory.started.has(item.id)) ?? (memory.started.size === 0 ? items[0] : undefined);
    if (begun !== undefined) return insist(() => callOperation('readDraft', { params: { draftId: begun.id } }));
    const sent = await insist(() => callOperation('listDossiers', {}));
    for (const { id: dossierId } of sent.items) memory.arrived.add(dossierId);
    if (sent.items.length > 0) return undefined;
    if (hand === 'b') {
      await pause(1_000);
      continue;
    }
    const tap = (): Promise<Draft> => callOperation('startDraft', { body: { id, procedureCode } });
    const draft = await insist(async () => {
      const answers = await Promise.allSettled(Array.from({ length: plan.taps }, tap));
      const good = answers.find((answer) => answer.status === 'fulfilled');
      if (good) return good.value;
      throw (answers[0] as PromiseRejectedResult).reason;
    });
    memory.started.add(draft.id);
    return draft;
  }
}

async function write(open: OpenForm, { hand, plan, memory, random }: Life): Promise<void> {
  const inForm = (): number => marksIn(open.keeper.work().answers)[hand];
  // What a killed tab had not saved yet is written anew.
  while (inForm() < Math.max(memory.wrote[hand], plan.changes[hand])) {
    open.settle();
    memory.wrote[hand] += 1;
    const marks = { ...marksIn(open.keeper.work().answers), [hand]: memory.wrote[hand] };
    open.keeper.change({ answers: written(marks), oldAnswers: [], page: random.oneOf(form.pages).id });
    await pause(random.whole(50, random.oneOf([400, 2_500, 6_000])));
    if (random.chance(0.3)) bringPapers(open, hand, memory);
    if (random.chance(0.2)) void open.keeper.flush();
  }
}

/** One press of the button of the review screen, whatever it says just now. */
async function press(open: OpenForm, button: SendButton, { memory, plan }: Life): Promise<void> {
  const { draftId } = open.parcel();
  if (button.state().state === 'unknown') return button.check(draftId);
  if (!(await open.keeper.flush())) return;
  const parcel = open.parcel();
  memory.parcels.push({ work: open.keeper.work(), files: parcel.files.map(({ id }) => id) });
  count(memory, 'sends');
  await Promise.all(Array.from({ length: plan.taps }, () => button.send(parcel)));
}

/** Sends until there is a receipt; papers or answers changed elsewhere lead back to the draft, as the screen does. */
async function sendAll(open: OpenForm, life: Life): Promise<'arrived' | 'reopen'> {
  const { memory, hand } = life;
  const button = await showSendButton({
    onArrived: (dossierId) => {
      if (!life.phone.isDead) memory.arrived.add(dossierId);
    },
    onClash: open.keeper.clash,
  });
  try {
    for (;;) {
      open.settle();
      bringPapers(open, hand, memory);
      const items = open.uploads.items.get();
      const ready = items.length > 0 && items.every(({ upload }) => upload.state === 'ready');
      const sending = button.state();
      if (sending.state === 'refused') {
        memory.lastRefusal = JSON.stringify(sending.fields);
        return 'reopen';
      }
      if (sending.state === 'failed') memory.lastRefusal = `${sending.error.kind} ${String(sending.error.code)}`;
      if (ready) await press(open, button, life);
      if (memory.arrived.size > 0) return 'arrived';
      // What another hand sends is seen when the draft is opened anew.
      const isMine = (name: string): boolean =>
        memory.papers.some((paper) => paper.name === name && paper.hand === hand);
      if (items.length === 0 || items.some(({ upload, name }) => upload.state === 'interrupted' && !isMine(name))) {
        await pause(1_500);
        return 'reopen';
      }
      await pause(1_000);
    }
  } finally {
    button.leave();
  }
}

/** Saves the rest and looks at the papers until all is there; for whoever does not send. */
async function keepAll(open: OpenForm, { hand, memory }: Life): Promise<void> {
  for (;;) {
    open.settle();
    bringPapers(open, hand, memory);
    const own = memory.papers.filter((paper) => paper.hand === hand);
    const items = open.uploads.items.get();
    const isReady = own.every(({ name }) => items.some((item) => item.name === name && item.upload.state === 'ready'));
    if ((await open.keeper.flush()) && isReady) return;
    if (memory.arrived.size > 0) return;
    await pause(1_000);
  }
}

/** From opening the app to the end of what this hand came for. */
export async function live(life: Life): Promise<void> {
  const { hand, plan, memory } = life;
  for (;;) {
    try {
      const draft = await findDraft(life);
      if (draft === undefined) return;
      memory.started.add(draft.id);
      const open = openForm({ ...life, draft });
      bringPapers(open, hand, memory);
      await write(open, life);
      const end = plan.sends[hand] ? await sendAll(open, life) : await keepAll(open, life);
      open.leave();
      if (end !== 'reopen') return;
    } catch (error) {
      const sentAs = problemOf(error)?.dossierId;
      if (sentAs === undefined) throw error;
      memory.arrived.add(sentAs);
      return;
    }
  }
}
