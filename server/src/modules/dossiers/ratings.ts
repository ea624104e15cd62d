import type { DossierState, Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Handler } from '#core/handler';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { ownDossier, type DossierRow } from './dossier-rows.ts';

/** How long after the first time it may be changed. */
const CHANGEABLE = days(14);

export interface RatingRow {
  score: number;
  comment: string | null;
  first_at: Date;
  changed_at: Date;
}

export const isRateable = (state: DossierState): boolean => state === 'completed' || state === 'handedOver';

export function ratingView({ score, comment, first_at, changed_at }: RatingRow): Schemas['Rating'] {
  const changeableUntil = later(first_at, CHANGEABLE).toISOString();
  return { score, comment, ratedAt: changed_at.toISOString(), changeableUntil };
}

async function ratingOf(sql: Sql, row: DossierRow): Promise<Schemas['Rating'] | null> {
  const { rows } = await sql.query<RatingRow>(
    'select score, comment, first_at, changed_at from dossier_ratings where dossier_id = $1',
    [row.id],
  );
  return rows[0] ? ratingView(rows[0]) : null;
}

/** How the citizen found it: once for a dossier, changeable for fourteen days. */
export function createRatings({ db, clock }: Deps): { rateDossier: Handler<'rateDossier'> } {
  return {
    async rateDossier({ params, body, caller }) {
      const rating = await db.tx(async (tx) => {
        const now = clock.now();
        const row = await ownDossier(tx, params.dossierId, caller.citizen.id, { lock: true });
        if (!isRateable(row.state)) {
          refuse('transition-refused', { detail: 'Bạn đánh giá được khi hồ sơ đã có kết quả.' });
        }
        const before = await ratingOf(tx, row);
        const comment = body.comment?.trim() || null;
        if (before && before.changeableUntil <= now.toISOString()) {
          const isSame = before.score === body.score && before.comment === comment;
          return isSame
            ? before
            : refuse('transition-refused', { detail: 'Đã quá 14 ngày nên đánh giá không đổi được nữa.' });
        }
        const { rows } = await tx.query<RatingRow>(
          `insert into dossier_ratings (dossier_id, score, comment, first_at, changed_at) values ($1, $2, $3, $4, $4)
           on conflict (dossier_id) do update set score = $2, comment = $3, changed_at = $4
           returning score, comment, first_at, changed_at`,
          [row.id, body.score, comment, now],
        );
        if (!rows[0]) throw new Error('a rating was not kept');
        return ratingView(rows[0]);
      });
      return { status: 200, body: rating };
    },
  };
}
