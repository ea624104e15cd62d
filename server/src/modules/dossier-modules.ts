/**
 * Puts together the four modules around a dossier: procedures, files, dossiers, integration. They do not know each other;
 * here each is handed what it needs of the others. Reads the province's procedures, so it may refuse to start.
 *
 * `files` and `scanner` of `Deps`: `createFolderStore(join(DATA_DIR, 'files'))` and `noScanner`.
 */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';

export type DossierHandlers = ModuleHandlers<'procedures' | 'files' | 'dossiers' | 'integration'>;

export declare function createDossierModules(deps: Deps): Promise<DossierHandlers>;
