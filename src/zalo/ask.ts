import { withTimeLimit } from '#lib/time-limit';
import { asRefusal, fromRejection, zaloSilent, type Refusal } from './refusal';
import { loadSdk, waitForTurn, type Sdk } from './sdk';

export type Answer<Value> = { answer: Value; refused?: undefined } | { answer?: undefined; refused: Refusal };

interface Asking<Value> {
  /** The SDK's name for it, for its rate limit. */
  name: string;
  run: (sdk: Sdk) => Promise<Value>;
  /** How long Zalo may take, in ms; where the person is asked, how long they may think. */
  limitMs: number;
}

/** Asks Zalo something the person may refuse. */
export async function askPerson<Value>({ name, run, limitMs }: Asking<Value>): Promise<Answer<Value>> {
  try {
    return { answer: await askZalo({ name, run, limitMs }) };
  } catch (error) {
    const refused = asRefusal((error as { cause?: unknown }).cause ?? error, { asked: true });
    if (refused !== undefined) return { refused };
    throw error;
  }
}

/** Asks Zalo something without asking the person; rejects with an AppError. */
export async function askZalo<Value>({ name, run, limitMs }: Asking<Value>): Promise<Value> {
  try {
    const sdk = await withTimeLimit(loadSdk(), limitMs, zaloSilent);
    await waitForTurn(name);
    return await withTimeLimit(run(sdk), limitMs, zaloSilent);
  } catch (error) {
    throw fromRejection(error);
  }
}
