import { refuse } from '#core/problem';
import type { Page } from './report-rows.ts';

const SHAPE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a page begins, from the `next` of the page before. A cursor we did not write is `bad-request`. */
export function readPage({ cursor, limit = 20 }: { cursor?: string | undefined; limit?: number | undefined }): Page {
  if (cursor === undefined) return { after: undefined, limit };
  const [, at, id] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at === undefined || id === undefined) refuse('bad-request');
  return { after: { at: new Date(Number(at)), id }, limit };
}

/** Cuts the extra row off and says where the next page begins; null at the end. */
export function cutPage<Row extends { id: string }>(
  rows: Row[],
  { limit }: Page,
  momentOf: (row: Row) => Date,
): { rows: Row[]; next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last && Buffer.from(`${momentOf(last).getTime()}_${last.id}`).toString('base64url');
  return { rows: rows.slice(0, limit), next: next ?? null };
}
