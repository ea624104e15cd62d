import { getLocation } from 'zmp-sdk/apis';
import { askPerson, type Answer } from './ask';
import { neededText } from './shape';

/** Reading Zalo's sheet, and a satellite found under trees; native has no limit of its own. */
const lookingMs = 40_000;

/** Asks where the phone is; answers a token that only our server can read, good once and for two minutes. */
export async function askForPlace(): Promise<Answer<string>> {
  const found = await askPerson({ name: 'getLocation', run: () => getLocation({}), limitMs: lookingMs });
  if (found.refused !== undefined) return { refused: found.refused };
  return { answer: neededText(found.answer, 'token') };
}
