import { callOperation } from '#api';
import { toAppError } from '#lib/app-error';
import { askForContact, readAccessToken } from '#zalo';
import { levelOf } from './identity';
import { lookAgain, mayHaveArrived, takeSession } from './session';

/** `refused`: the person said no; nothing changed and everything else stays usable. */
export type ContactOutcome = 'given' | 'refused';

/** Level 1, after a tap that explained it: Zalo asks for name and number, our server reads the number. */
export async function giveContact(): Promise<ContactOutcome> {
  const contact = await askForContact();
  if (contact.refused !== undefined) return 'refused';
  const accessToken = await readAccessToken();
  try {
    takeSession(await callOperation('giveContact', { body: { accessToken, phoneToken: contact.phoneToken } }));
  } catch (failure) {
    // The number may be there although the answer was lost; the phone token is spent either way.
    if (!mayHaveArrived(toAppError(failure)) || levelOf(await lookAgain()) === 0) throw failure;
  }
  return 'given';
}
