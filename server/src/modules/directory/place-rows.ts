import type { Schemas } from '@dvc/contract';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { hashOf, sortKeyOf } from './place.ts';

type Place = Schemas['Place'];
export type Origin = 'province' | 'import';

interface Position {
  key: string;
  id: string;
}

const writeCursor = ({ key, id }: Position): string => Buffer.from(`${id} ${key}`).toString('base64url');

function readCursor(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, id, key] = /^([a-z0-9-]{1,80}) ([^\0]*)$/.exec(text) ?? [];
  return id === undefined || key === undefined ? refuse('bad-request') : { id, key };
}

export interface Wanted {
  topic: Place['topic'];
  kind: Place['kind'] | undefined;
  cursor: string | undefined;
  limit: number;
}

/** One page of a topic, by name. */
export async function listPlaces(
  sql: Sql,
  { topic, kind, cursor, limit }: Wanted,
): Promise<{ items: Place[]; next: string | null }> {
  const after = cursor === undefined ? { key: '', id: '' } : readCursor(cursor);
  const params = [topic, after.key, after.id, limit + 1, ...(kind === undefined ? [] : [kind])];
  const { rows } = await sql.query<{ id: string; sort_key: string; place: Place }>(
    `select id, sort_key, place from places
      where not removed and topic = $1 ${kind === undefined ? '' : 'and kind = $5'} and (sort_key, id) > ($2, $3)
      order by sort_key, id limit $4`,
    params,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = last && rows.length > limit ? writeCursor({ key: last.sort_key, id: last.id }) : null;
  return { items: page.map(({ place }) => place), next };
}

/** What a topic holds, most first. */
export async function countKinds(sql: Sql, topic: Place['topic']): Promise<{ kind: Place['kind']; count: number }[]> {
  const { rows } = await sql.query<{ kind: Place['kind']; count: number }>(
    `select kind, count(*)::int as count from places where not removed and topic = $1
      group by kind order by count(*) desc, kind`,
    [topic],
  );
  return rows;
}

export async function findPlace(sql: Sql, id: string): Promise<Place | undefined> {
  const { rows } = await sql.query<{ place: Place }>('select place from places where id = $1 and not removed', [id]);
  return rows[0]?.place;
}

/** Writes places; answers those that were not so before. What somebody imported stays against what came with the code. */
export async function writePlaces(
  sql: Sql,
  places: readonly Place[],
  { origin, now }: { origin: Origin; now: Date },
): Promise<Place[]> {
  const rows = places.map((place) => ({
    id: place.id,
    topic: place.topic,
    kind: place.kind,
    sort_key: sortKeyOf(place),
    hash: hashOf(place),
    place,
  }));
  const { rows: written } = await sql.query<{ id: string }>(
    `insert into places (id, topic, kind, sort_key, origin, hash, place, changed_at)
     select id, topic, kind, sort_key, $2, hash, place, $3
       from jsonb_to_recordset($1::jsonb) as p(id text, topic text, kind text, sort_key text, hash text, place jsonb)
     on conflict (id) do update set topic = excluded.topic, kind = excluded.kind, sort_key = excluded.sort_key,
       origin = excluded.origin, hash = excluded.hash, place = excluded.place, removed = false, changed_at = excluded.changed_at
     where (excluded.origin = 'import' or places.origin = 'province')
       and (places.hash <> excluded.hash or places.removed)
     returning id`,
    [JSON.stringify(rows), origin, now],
  );
  const changed = new Set(written.map(({ id }) => id));
  return places.filter(({ id }) => changed.has(id));
}

/** Takes places out for good; answers which of them were in. */
export async function removePlaces(sql: Sql, ids: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `update places set removed = true, origin = 'import', changed_at = $2
      where id in (select jsonb_array_elements_text($1::jsonb)) and not removed returning id`,
    [JSON.stringify(ids), now],
  );
  return rows.map(({ id }) => id);
}

/** What came with the code once and does no more. */
export async function dropLeftOvers(sql: Sql, kept: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `delete from places where origin = 'province' and not (id = any (array(select jsonb_array_elements_text($1::jsonb))))
     returning id`,
    [JSON.stringify(kept)],
  );
  return rows.map(({ id }) => id);
}
