import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { DeliveryReason, DeliveryState } from './oa-delivery.ts';

interface ToldRow {
  title: string;
  created_at: Date;
  state: DeliveryState | null;
  reason: DeliveryReason | null;
  error_code: string | null;
  attempts: number | null;
  changed_at: Date | null;
}

/** Everything that was told about some places in the app, and what became of each message. */
export async function messagesAbout(sql: Sql, paths: readonly string[]): Promise<Schemas['DossierMessage'][]> {
  const { rows } = await sql.query<ToldRow>(
    `select n.title, n.created_at, d.state, d.reason, d.error_code, d.attempts, d.changed_at
       from notifications n left join oa_deliveries d on d.notification_id = n.id
      where n.path = any($1::text[]) order by n.created_at, n.id limit 200`,
    [paths],
  );
  return rows.map(({ title, created_at, state, reason, error_code, attempts, changed_at }) => ({
    title,
    toldAt: created_at.toISOString(),
    message:
      state === null || changed_at === null
        ? null
        : { state, reason, zaloCode: error_code, attempts: attempts ?? 0, changedAt: changed_at.toISOString() },
  }));
}
