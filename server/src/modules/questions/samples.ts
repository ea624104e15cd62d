import type { Deps } from '#core/deps';
import type { QuestionNeeds } from './ports.ts';
import { publish } from './published.ts';

/** Published answers that come with a province, marked as samples; those that are there already stay as they are. */
export async function plantSamples({ db, clock, search }: Deps, { plan, wording }: QuestionNeeds): Promise<void> {
  for (const sample of plan.samples) {
    const field = plan.fields.find(({ id }) => id === sample.field);
    if (!field) throw new Error(`questions.json: the sample ${sample.id} has no field`);
    await db.tx(async (tx) => {
      const now = clock.now();
      const { count } = await tx.query(
        `insert into questions (id, code, field, field_name, authority, title, text, may_publish, state, sent_at,
                                changed_at, answer, answered_by, answered_at, sample)
         values ($1::uuid, $2, $3, $4, $5, $6, $7, true, 'answered', $8, $8, $9, $5, $8, true) on conflict (id) do nothing`,
        [
          sample.id,
          `HD-0000${sample.id.slice(-4).toUpperCase()}`,
          field.id,
          field.name,
          field.authority,
          sample.title,
          sample.text,
          now,
          sample.answer,
        ],
      );
      if (count > 0) await publish(tx, sample.id, sample, { now, fold: wording.fold, search });
    });
  }
}
