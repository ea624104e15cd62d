import type { Sql } from '#db';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Span {
  from: Date;
  to: Date;
}

/** One row of counts, each named `family_cell`, parted by family. */
function byFamily(row: Record<string, number> | undefined): Counts {
  const counts: Record<string, Record<string, number>> = {};
  for (const [name, count] of Object.entries(row ?? {})) {
    const [family = '', cell = ''] = name.split('_');
    (counts[family] ??= {})[cell] = count;
  }
  return counts;
}

/** Counts `when` rows for each condition after the first that holds: `[['a', 'x < 1'], ['b', 'true']]`. */
function firstOf(family: string, cells: readonly (readonly [cell: string, condition: string])[]): string {
  return cells
    .map(([cell, condition], index) => {
      const earlier = cells.slice(0, index).map(([, before]) => `not coalesce(${before}, false)`);
      return `count(*) filter (where ${[...earlier, condition].join(' and ')}) as "${family}_${cell}"`;
    })
    .join(',\n');
}

const FILLING = firstOf('filling', [
  ['unknown', 'begun_at is null'],
  ['within10Minutes', "submitted_at - begun_at <= interval '10 minutes'"],
  ['within30Minutes', "submitted_at - begun_at <= interval '30 minutes'"],
  ['withinHour', "submitted_at - begun_at <= interval '1 hour'"],
  ['withinDay', "submitted_at - begun_at <= interval '1 day'"],
  ['longer', 'true'],
]);

const SENT = `select count(*) as "sent_all", ${FILLING},
       ${firstOf('reuse', [
         ['reused', 'reused'],
         ['typed', 'true'],
       ])}
  from dossiers where submitted_at >= $1 and submitted_at < $2`;

/** The day in Việt Nam. */
const dayOf = (column: string): string => `((${column} at time zone 'UTC') + interval '7 hours')::date`;

// Decision 766 counts as late, too, what was asked of a citizen more than once.
const FINISHED = `select count(*) as "finished_all",
       ${firstOf('promise', [
         ['late', 'supplements > 1 or done > due_date'],
         ['onTime', 'due_date is not null'],
         ['unpromised', 'true'],
       ])},
       ${firstOf('processing', [
         ['sameDay', 'done - sent <= 0'],
         ['within3Days', 'done - sent <= 3'],
         ['within7Days', 'done - sent <= 7'],
         ['within15Days', 'done - sent <= 15'],
         ['within30Days', 'done - sent <= 30'],
         ['longer', 'true'],
       ])},
       ${firstOf('result', [
         ['electronic', 'has_result'],
         ['onPaper', 'true'],
       ])},
       ${firstOf('fee', [
         ['online', 'paid_online'],
         ['otherwise', 'was_asked'],
         ['none', 'true'],
       ])}
  from (select d.supplements, d.due_date, ${dayOf('e.at')} as done, ${dayOf('d.submitted_at')} as sent,
               exists (select from results r where r.dossier_id = d.id) as has_result,
               exists (select from dossier_events a where a.dossier_id = d.id and a.state = 'paymentRequired') as was_asked,
               exists (select from dossier_events a
                         join dossier_events p on p.dossier_id = a.dossier_id and p.position = a.position + 1
                        where a.dossier_id = d.id and a.state = 'paymentRequired'
                          and p.office is null and p.system is null and p.state in ('submitted', 'processing')) as paid_online
          from dossier_events e join dossiers d on d.id = e.dossier_id
         where e.state = 'completed' and e.at >= $1 and e.at < $2) as finished`;

const RATED = `select count(*) as "rated_all",
       ${firstOf('satisfaction', [
         ['satisfied', 'score >= 4'],
         ['middling', 'score = 3'],
         ['unsatisfied', 'true'],
       ])}
  from dossier_ratings where first_at >= $1 and first_at < $2`;

/** How many dossiers were sent, finished and rated, and how; for the province's numbers. Counts, and nothing else. */
export async function countDossiers(sql: Sql, { from, to }: Span): Promise<Counts> {
  const counts: Counts[] = [];
  for (const statement of [SENT, FINISHED, RATED]) {
    const { rows } = await sql.query<Record<string, number>>(statement, [from, to]);
    counts.push(byFamily(rows[0]));
  }
  return Object.assign({}, ...counts) as Counts;
}
