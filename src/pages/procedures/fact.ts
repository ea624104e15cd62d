import type { Schemas } from '@dvc/contract';

export type Fact = Schemas['Fact'];

/** Read by somebody we can name; anything weaker must be shown as not confirmed. */
export function isConfirmed({ text, confidence }: Fact): boolean {
  return text !== null && (confidence === 'H' || confidence === 'M');
}

/** The first clause, short enough for a figure, and what follows it. */
export function headline(text: string): { head: string; rest: string | undefined } {
  const match = /^(.{1,60}?)[.;]\s+(.+)$/.exec(text);
  const rest = match?.[2];
  const head = match?.[1] ?? text.replace(/\.$/, '');
  return { head, rest: rest === undefined ? undefined : rest.charAt(0).toUpperCase() + rest.slice(1) };
}

/** Where the facts of a guide come from, each source once. */
export function sourcesOf(facts: readonly (Fact | null)[]): string[] {
  return [...new Set(facts.flatMap((fact) => fact?.source ?? []))];
}
