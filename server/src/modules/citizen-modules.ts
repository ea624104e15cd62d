/** Puts together what one person has here: each module counts its own things, nobody else looks into its tables. */
import { dateInVietnam } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { countAppointments } from './appointments/count-mine.ts';
import { createDigitalCitizenModule } from './digital-citizen/module.ts';
import { countDossiers, countDrafts } from './dossiers/count-mine.ts';
import { countReports } from './field-reports/count-mine.ts';
import { countPayments } from './payments/count-mine.ts';
import { countQuestions } from './questions/count-mine.ts';
import { countOwnStores } from './stores/count-mine.ts';

export function createCitizenModules(deps: Deps): ModuleHandlers<'digital-citizen'> {
  return createDigitalCitizenModule(deps, {
    reports: countReports,
    questions: countQuestions,
    appointments: (sql, accountId, now) => countAppointments(sql, accountId, dateInVietnam(now)),
    stores: countOwnStores,
    payments: countPayments,
    dossiers: countDossiers,
    drafts: countDrafts,
  });
}
