import { forgetPrivateAnswers } from '#api';
import { now } from '#lib/clock';
import { phoneStorage, wipeStorage } from '#zalo';
import { outbox } from './the-outbox';
import { forgetOpenDrafts } from './use-draft-keeper';

const key = 'erasing';
/** Whoever is still known so long after they asked was not deleted: no request is under way for longer. */
const underWayMs = 60_000;

async function askedAt(): Promise<number | undefined> {
  const at = Number((await phoneStorage.read(key)) ?? Number.NaN);
  return Number.isFinite(at) ? at : undefined;
}

/** Written before the server is asked to delete everything of the person: its answer may be lost, or the app killed. */
export function rememberErasing(): void {
  phoneStorage.write(key, String(now().getTime()));
}

/** The server has said no: nothing was deleted. */
export function forgetErasing(): void {
  phoneStorage.remove(key);
}

/** Whether the server was asked, and what came of it is not known. */
export async function isErasing(): Promise<boolean> {
  return (await askedAt()) !== undefined;
}

/** Everything of this person that the phone itself has, in memory and in its storage. */
export async function wipePhone(): Promise<void> {
  outbox.forget();
  forgetOpenDrafts();
  await wipeStorage();
  forgetPrivateAnswers();
}

/**
 * The server has said who this is: somebody who asked to be deleted and is nobody now was deleted, though the answer never
 * came. Then the phone forgets them too.
 */
export async function finishErasing(isKnown: boolean): Promise<void> {
  const at = await askedAt();
  if (at === undefined) return;
  if (!isKnown) await wipePhone();
  else if (now().getTime() - at > underWayMs) forgetErasing();
}
