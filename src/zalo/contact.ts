import { authorize, getPhoneNumber } from 'zmp-sdk/apis';
import { askPerson } from './ask';
import type { Refusal } from './refusal';
import { neededText } from './shape';

/** One minute to read Zalo's sheet and decide; after that the screen offers the question again. */
const thinkingMs = 60_000;

export type ContactAnswer = { phoneToken: string; refused?: undefined } | { phoneToken?: undefined; refused: Refusal };

/**
 * Asks the person, by Zalo's own sheet, for name and phone number; only ever after a tap that explained what for.
 * The name may be refused, the number is what matters. The token is good once, for two minutes, on the server.
 */
export async function askForContact(): Promise<ContactAnswer> {
  const consent = await askPerson({
    name: 'authorize',
    run: () => authorize({ scopes: ['scope.userInfo', 'scope.userPhonenumber'] }),
    limitMs: thinkingMs,
  });
  if (consent.refused !== undefined) return { refused: consent.refused };
  const consents = consent.answer as Partial<Record<string, unknown>> | null | undefined;
  if (consents?.['scope.userPhonenumber'] === false) return { refused: 'denied' };
  const number = await askPerson({ name: 'getPhoneNumber', run: () => getPhoneNumber({}), limitMs: thinkingMs });
  if (number.refused !== undefined) return { refused: number.refused };
  return { phoneToken: neededText(number.answer, 'token') };
}
