/**
 * Puts together the four modules around a dossier: procedures, files, dossiers, integration. They do not know each other;
 * here each is handed what it needs of the others. Reads the province's procedures, so it may refuse to start.
 *
 * `files` and `scanner` of `Deps`: `createFolderStore(join(DATA_DIR, 'files'))` and `noScanner`.
 */
import { join } from 'node:path';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { createOneStop } from '../integrations/one-stop/one-stop-http.ts';
import { findDraft } from './dossiers/draft-rows.ts';
import { receiveHandOvers } from './dossiers/hand-over.ts';
import { createDossiersModule } from './dossiers/module.ts';
import { createDossierOffice } from './dossiers/office.ts';
import { readSurroundings } from './dossiers/rule-context.ts';
import { createChecking } from './files/checking.ts';
import type { OpenDraft } from './files/create-upload.ts';
import { createFilesModule } from './files/module.ts';
import { createPapers } from './files/papers.ts';
import { openQuarantine } from './files/quarantine.ts';
import { createIntegrationModule } from './integration/module.ts';
import { openCatalogue } from './procedures/catalogue.ts';
import { createProceduresModule } from './procedures/module.ts';

export type DossierHandlers = ModuleHandlers<'procedures' | 'files' | 'dossiers' | 'integration'>;

export async function createDossierModules(deps: Deps): Promise<DossierHandlers> {
  const procedures = await openCatalogue(deps);
  const surroundings = await readSurroundings(deps.province, deps.clock);
  const quarantine = await openQuarantine(join(deps.settings.DATA_DIR, 'quarantine'));
  const checking = createChecking(deps, quarantine);
  await checking.resume();
  const papers = createPapers(deps, checking);

  const openDraft: OpenDraft = async (tx, draft) => {
    const { procedure_code, form_version } = await findDraft(tx, { ...draft, lock: true });
    const form = await procedures.form(tx, procedure_code, form_version);
    if (!form) throw new Error(`no form ${procedure_code} ${form_version}`);
    return { form };
  };

  const oneStop = createOneStop(deps.settings);
  if (oneStop) receiveHandOvers(deps, papers, oneStop);

  return {
    ...createProceduresModule(deps, procedures),
    ...createFilesModule(deps, { quarantine, checking, openDraft }),
    ...createDossiersModule(deps, { procedures, papers, surroundings }),
    ...createIntegrationModule(createDossierOffice(deps, { papers, surroundings })),
  };
}
