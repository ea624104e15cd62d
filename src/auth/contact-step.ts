import { callOperation } from '#api';
import { askForContact, readAccessToken } from '#zalo';
import { takeSession } from './session';

/** `refused`: the person said no; nothing changed and everything else stays usable. */
export type ContactOutcome = 'given' | 'refused';

/** Level 1, after a tap that explained it: Zalo asks for name and number, our server reads the number. */
export async function giveContact(): Promise<ContactOutcome> {
  const contact = await askForContact();
  if (contact.refused !== undefined) return 'refused';
  const accessToken = await readAccessToken();
  takeSession(await callOperation('giveContact', { body: { accessToken, phoneToken: contact.phoneToken } }));
  return 'given';
}
