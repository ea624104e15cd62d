import { fromRejection } from './refusal';

/** Longer than anything Zalo has for us; what is longer would only fill the phone's memory. */
const longest = 20_000;

/** A text out of whatever Zalo answered. Its types promise one; old versions and broken ones answer otherwise. */
export function textIn(answer: unknown, key?: string): string | undefined {
  const found = key === undefined ? answer : (answer as Record<string, unknown> | null | undefined)?.[key];
  return typeof found === 'string' && found !== '' && found.length <= longest ? found : undefined;
}

/** The same where there is no going on without it: this Zalo cannot do it. */
export function neededText(answer: unknown, key?: string): string {
  const found = textIn(answer, key);
  if (found === undefined) throw fromRejection({ code: -1404 });
  return found;
}
