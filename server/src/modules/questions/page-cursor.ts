import { refuse } from '#core/problem';
import type { Position } from './question-rows.ts';

const SHAPE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const encode = (text: string): string => Buffer.from(text).toString('base64url');
const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('latin1');

/** Where a page begins, from the `next` of the page before. A cursor we did not write is `bad-request`. */
export function readPosition(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = SHAPE.exec(decode(cursor)) ?? [];
  if (at === undefined || id === undefined) refuse('bad-request');
  return { at: new Date(Number(at)), id };
}

export const writePosition = ({ at, id }: Position): string => encode(`${at.getTime()}_${id}`);

/** Of a search: how many were shown already. */
export function readCount(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, count] = /^n(\d{1,4})$/.exec(decode(cursor)) ?? [];
  return count === undefined ? refuse('bad-request') : Number(count);
}

export const writeCount = (count: number): string => encode(`n${count}`);
