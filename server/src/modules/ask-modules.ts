/** Puts together what citizens ask and book: questions and appointments, handed what they need of others. */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { readAppointmentPlan } from './appointments/appointment-plan.ts';
import { createAppointmentsModule } from './appointments/module.ts';
import { codeOfOwnDossier } from './dossiers/asked-about.ts';
import { readSurroundings } from './dossiers/rule-context.ts';
import { fold } from '#core/folded-text';
import { readingsOf, readSynonyms } from '#core/synonyms';
import { createQuestionsModule } from './questions/module.ts';
import { readQuestionPlan } from './questions/question-fields.ts';

export async function createAskModules(deps: Deps): Promise<ModuleHandlers<'questions' | 'appointments'>> {
  const { folder } = deps.province;
  const { calendar } = await readSurroundings(deps.province, deps.clock);
  const synonyms = await readSynonyms(folder);
  return {
    ...(await createQuestionsModule(deps, {
      plan: await readQuestionPlan(folder),
      calendar,
      wording: { fold, readings: (query) => readingsOf(query, synonyms) },
      ownDossier: codeOfOwnDossier,
    })),
    ...createAppointmentsModule(deps, { plan: await readAppointmentPlan(folder), calendar }),
  };
}
