import { acts } from './acts.ts';
import type { Part } from './draw.ts';
import { askOfPayment, pay, payUntold } from './paying.ts';
import type { Act } from './scene.ts';

/** Somebody has something to do, next. */
interface Errand {
  who: string;
  act: Act;
}

const { enterAnew, linkAgain, sendDossier } = acts;
const all = ['anh', 'binh', 'chi', 'dung'];
const each = (act: Act, who = all): Errand[] => who.map((one) => ({ who: one, act }));

/** Who gets no message of the Official Account and wants none by ZNS: the ladder goes on to a text message. */
export const REACHED_BY_TEXT = 'dung';
const REACHED_BY_ZNS = 'binh';
const FOLLOWER = 'anh';

/** What is done first in a trouble, so that it is met. What is paid is told of; a dossier has a paper that is scanned and kept. */
const errands: Readonly<Record<string, readonly Errand[]>> = {
  'zalo-graph': each(enterAnew),
  'zalo-oauth': each(pay, [FOLLOWER, REACHED_BY_ZNS]),
  'zalo-oa': each(pay, [FOLLOWER]),
  'zalo-zns': each(pay, [REACHED_BY_ZNS]),
  sms: each(pay, [REACHED_BY_TEXT]),
  checkout: [...each(payUntold.checkout), ...each(askOfPayment)],
  national: [...each(payUntold.national), ...each(askOfPayment)],
  'provincial-id': each(linkAgain, [FOLLOWER, REACHED_BY_ZNS]),
  'one-stop': each(sendDossier, [FOLLOWER, REACHED_BY_ZNS]),
  scanner: each(sendDossier, [FOLLOWER, REACHED_BY_ZNS]),
  'object-store': each(sendDossier, [FOLLOWER, REACHED_BY_ZNS]),
};

export const errandsOf = (parts: readonly Part[]): readonly Errand[] =>
  parts.flatMap(({ dependency }) => errands[dependency.name] ?? []);
