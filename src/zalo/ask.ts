import { withTimeLimit } from '#lib/time-limit';
import { asRefusal, fromRejection, zaloSilent, type Refusal } from './refusal';
import { waitForTurn } from './turn';

export type Answer<Value> = { answer: Value; refused?: undefined } | { answer?: undefined; refused: Refusal };

interface Asking<Value> {
  /** The SDK's name for it, for its rate limit. */
  name: string;
  run: () => Promise<Value>;
  /** How long Zalo may take, in ms; where the person is asked, how long they may think. */
  limitMs: number;
}

async function ask<Value>({ name, run, limitMs }: Asking<Value>): Promise<Value> {
  await waitForTurn(name);
  return withTimeLimit(run(), limitMs, zaloSilent);
}

/** Asks Zalo something the person may refuse. */
export async function askPerson<Value>(asking: Asking<Value>): Promise<Answer<Value>> {
  try {
    return { answer: await ask(asking) };
  } catch (error) {
    const refused = asRefusal(error, { asked: true });
    if (refused !== undefined) return { refused };
    throw fromRejection(error);
  }
}

/** Asks Zalo something without asking the person; rejects with an AppError. */
export async function askZalo<Value>(asking: Asking<Value>): Promise<Value> {
  try {
    return await ask(asking);
  } catch (error) {
    throw fromRejection(error);
  }
}
