/** Lists come page by page, in the order of a moment and an id; where a page begins travels as an opaque cursor. */
import { refuse } from './problem.ts';

/** The last row of the page before. */
export interface Position {
  at: Date;
  id: string;
}

export interface Page {
  after: Position | undefined;
  limit: number;
}

const SHAPE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads the `next` of the page before. A cursor we did not write is `bad-request`. */
export function readPosition(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at === undefined || id === undefined) refuse('bad-request');
  return { at: new Date(Number(at)), id };
}

export const writePosition = ({ at, id }: Position): string =>
  Buffer.from(`${at.getTime()}_${id}`).toString('base64url');

/** Which page is asked for. */
export function readPage({ cursor, limit = 20 }: { cursor?: string | undefined; limit?: number | undefined }): Page {
  return { after: readPosition(cursor), limit };
}

/** Of one row more than a page holds: cuts it off and says where the next page begins; null at the end. */
export function cutPage<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  momentOf: (row: Row) => Date,
): { rows: Row[]; next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), next: last ? writePosition({ at: momentOf(last), id: last.id }) : null };
}
