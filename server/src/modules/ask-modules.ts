/** Puts together what citizens ask and book: questions and appointments, handed what they need of others; files are lent to them. */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { readAppointmentPlan } from './appointments/appointment-plan.ts';
import { createAppointmentsModule } from './appointments/module.ts';
import { codeOfOwnDossier } from './dossiers/asked-about.ts';
import { readSurroundings } from './dossiers/rule-context.ts';
import { fold } from '#core/folded-text';
import { readingsOf, readSynonyms } from '#core/synonyms';
import type { Checking } from './files/checking.ts';
import type { Quarantine } from './files/quarantine.ts';
import { createQuestionFilesModule } from './files/question-files.ts';
import { createQuestionPapers } from './files/question-papers.ts';
import type { Uploads } from './files/uploads.ts';
import { createQuestionsModule } from './questions/module.ts';
import { readQuestionPlan } from './questions/question-fields.ts';
import { noteReading, questionByCode, questionById } from './questions/question-rows.ts';

export type AskHandlers = ModuleHandlers<'questions' | 'question-files' | 'appointments'>;

interface Lent {
  checking: Checking;
  quarantine: Quarantine;
  uploads: Uploads;
}

export async function createAskModules(deps: Deps, { checking, quarantine, uploads }: Lent): Promise<AskHandlers> {
  const { folder } = deps.province;
  const { calendar } = await readSurroundings(deps.province, deps.clock);
  const synonyms = await readSynonyms(folder);
  return {
    ...(await createQuestionsModule(deps, {
      plan: await readQuestionPlan(folder),
      calendar,
      wording: { fold, readings: (query) => readingsOf(query, synonyms) },
      ownDossier: codeOfOwnDossier,
      papers: createQuestionPapers(deps, checking),
    })),
    ...createQuestionFilesModule(deps, {
      quarantine,
      uploads,
      isSent: async (tx, id) => (await questionById(tx, id)) !== undefined,
      async openForOffice(sql, code, reader) {
        const { id } = (await questionByCode(sql, code)) ?? refuse('not-found');
        await noteReading(sql, id, { ...reader, at: deps.clock.now() });
        return id;
      },
    }),
    ...createAppointmentsModule(deps, { plan: await readAppointmentPlan(folder), calendar }),
  };
}
