import { refuse } from './problem.ts';

const DEEPEST = 32;
// U+0000 cannot be stored as text by PostgreSQL, half a surrogate pair not as JSON.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Refuses `bad-request` for text that no database keeps and for nesting nobody types. Walks without recursion. */
export function assertReadable(input: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && UNSTORABLE.test(value)) refuse('bad-request');
    // A file is bytes, looked into elsewhere; walking it would be ten million steps.
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    if (depth === DEEPEST) refuse('bad-request');
    for (const [key, inner] of Object.entries(value)) {
      if (UNSTORABLE.test(key)) refuse('bad-request');
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
}
