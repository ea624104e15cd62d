/** Puts together the province's numbers: they are lent counts by whoever has the things that are counted. */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { countDossiers } from './dossiers/week-counts.ts';
import { countReports } from './field-reports/week-counts.ts';
import { countAges } from './identity/age-counts.ts';
import { createNumbersModule } from './numbers/module.ts';
import type { Catalogue } from './procedures/catalogue.ts';

export async function createNumberModules(deps: Deps, procedures: Catalogue): Promise<ModuleHandlers<'numbers'>> {
  return createNumbersModule(deps, {
    dossiers: countDossiers,
    reports: countReports,
    ages: countAges,
    procedureName: (code) => procedures.guide(code)?.shortName,
    offered() {
      const all = procedures.search('');
      return { part: all.filter(({ formVersion }) => formVersion !== null).length, whole: all.length };
    },
  });
}
