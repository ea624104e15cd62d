import type { Sql } from '#db';
import type { QuietHours } from './quiet-hours.ts';
import type { Channel, Topic } from './topics.ts';

export interface Choice {
  topic: Topic;
  channel: Channel;
  wanted: boolean;
}

/** What a person chose otherwise than is usual; `quiet` undefined: nothing was said, the province's hours count. */
export interface Chosen {
  choices: readonly Choice[];
  quiet: QuietHours | null | undefined;
}

export async function chosenBy(sql: Sql, accountId: string): Promise<Chosen> {
  const { rows: choices } = await sql.query<Choice>(
    'select topic, channel, wanted from notice_choices where account_id = $1',
    [accountId],
  );
  const { rows } = await sql.query<{ from_time: string | null; to_time: string | null }>(
    'select from_time, to_time from quiet_hours where account_id = $1',
    [accountId],
  );
  const [hours] = rows;
  if (hours === undefined) return { choices, quiet: undefined };
  const { from_time: from, to_time: to } = hours;
  return { choices, quiet: from === null || to === null ? null : { from, to } };
}

/** Everything is wanted until somebody says otherwise. */
export const isWanted = (choices: readonly Choice[], topic: Topic, channel: Channel): boolean =>
  choices.find((choice) => choice.topic === topic && choice.channel === channel)?.wanted ?? true;

export async function saveChoice(tx: Sql, accountId: string, choice: Choice, now: Date): Promise<void> {
  await tx.query(
    `insert into notice_choices (account_id, topic, channel, wanted, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id, topic, channel) do update set wanted = excluded.wanted, changed_at = excluded.changed_at`,
    [accountId, choice.topic, choice.channel, choice.wanted, now],
  );
}

export async function saveQuietHours(tx: Sql, accountId: string, quiet: QuietHours | null, now: Date): Promise<void> {
  await tx.query(
    `insert into quiet_hours (account_id, from_time, to_time, changed_at) values ($1, $2, $3, $4)
     on conflict (account_id) do update set
       from_time = excluded.from_time, to_time = excluded.to_time, changed_at = excluded.changed_at`,
    [accountId, quiet?.from ?? null, quiet?.to ?? null, now],
  );
}
