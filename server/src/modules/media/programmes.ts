import type { Schemas } from '@dvc/contract';
import { addDays } from '@dvc/contract';
import type { Sql } from '#db';

type Item = Schemas['ProgrammeItem'];

const KEPT_DAYS = 31;

/** What was handed in for a day, by channel. */
export async function programmesOn(sql: Sql, day: string): Promise<ReadonlyMap<string, Item[]>> {
  const { rows } = await sql.query<{ channel_id: string; items: string }>(
    'select channel_id, items from media_programmes where day = $1::date',
    [day],
  );
  return new Map(rows.map(({ channel_id, items }) => [channel_id, JSON.parse(items) as Item[]]));
}

interface HandingIn {
  channelId: string;
  day: string;
  items: readonly Item[];
  now: Date;
  today: string;
}

/** Keeps a day's programme in place of the one before, and lets go of days nobody asks for any more. */
export async function keepProgramme(tx: Sql, { channelId, day, items, now, today }: HandingIn): Promise<Item[]> {
  const byTime = [...items]
    .map(({ at, title }) => ({ at, title: title.trim().normalize('NFC') }))
    .sort((one, other) => one.at.localeCompare(other.at));
  await tx.query(
    `insert into media_programmes (day, channel_id, items, handed_in_at) values ($1::date, $2, $3, $4)
     on conflict (day, channel_id) do update set items = excluded.items, handed_in_at = excluded.handed_in_at`,
    [day, channelId, JSON.stringify(byTime), now],
  );
  await tx.query('delete from media_programmes where day < $1::date', [addDays(today, -KEPT_DAYS)]);
  return byTime;
}
