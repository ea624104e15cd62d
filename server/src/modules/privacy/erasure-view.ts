import type { Schemas } from '@dvc/contract';
import type { AskAbout, Law, PersonalData } from '#core/personal-data';

/** Years that vouchers are kept: Decree 174/2016/NĐ-CP, article 13. Archives follow the list of each authority. */
const YEARS: Readonly<Partial<Record<Law, number>>> = { accounting: 10 };

/** The end of a year counted from the end of the one it was made in. */
function keptUntil(law: Law, newest: Date): string | null {
  const years = YEARS[law];
  return years === undefined ? null : new Date(Date.UTC(newest.getUTCFullYear() + years + 1, 0, 1) - 1).toISOString();
}

/** What would go and what would stay, kind by kind; kinds of which there is nothing are left out. */
export async function erasureOf(modules: readonly PersonalData[], ask: AskAbout): Promise<Schemas['Erasure']> {
  const erasure: Schemas['Erasure'] = { goes: [], keeps: [] };
  for (const { what, rows, kept } of modules.flatMap(({ things }) => things)) {
    const [all] = await ask<{ count: number }>(`select count(*)::int as count from (${rows}) as mine`);
    const [stays] = kept
      ? await ask<{ count: number; newest: Date }>(
          `select count(*)::int as count, max(since) as newest from (${kept.rows}) as kept`,
        )
      : [];
    const goes = (all?.count ?? 0) - (stays?.count ?? 0);
    if (goes > 0) erasure.goes.push({ what, count: goes });
    if (kept && stays && stays.count > 0)
      erasure.keeps.push({ what, count: stays.count, law: kept.law, until: keptUntil(kept.law, stays.newest) });
  }
  return erasure;
}
