import { refuse } from '#core/problem';

/** Of a search, where a page begins: how many were shown already. */
export function readCount(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, count] = /^n(\d{1,4})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  return count === undefined ? refuse('bad-request') : Number(count);
}

export const writeCount = (count: number): string => Buffer.from(`n${count}`).toString('base64url');
