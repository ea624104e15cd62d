/**
 * Puts together the modules around a dossier: procedures, files (which field reports share), dossiers, tracking, wallet, integration. They do not know each other;
 * here each is handed what it needs of the others. Reads the province's procedures, so it may refuse to start.
 */
import { join } from 'node:path';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { createOneStop } from '../integrations/one-stop/one-stop-http.ts';
import { createAskModules, type AskHandlers } from './ask-modules.ts';
import { actingFor } from './delegations/acting-for.ts';
import { createDelegationsModule } from './delegations/module.ts';
import { createDraftHelp } from './dossiers/draft-help.ts';
import { findDraft } from './dossiers/draft-rows.ts';
import { formOf } from './dossiers/form-of.ts';
import { createDeadLetters } from './dossiers/dead-letters.ts';
import { noteRead } from './dossiers/dossier-reads.ts';
import { dossierByCode } from './dossiers/dossier-rows.ts';
import { receiveForwardings } from './dossiers/forwarding.ts';
import { createDossiersModule } from './dossiers/module.ts';
import { trackedDossiers } from './dossiers/tracked-dossiers.ts';
import { createDossierOffice } from './dossiers/office.ts';
import { createOneStopEvents } from './dossiers/one-stop-events.ts';
import type { Tracking } from './dossiers/ports.ts';
import { readSurroundings } from './dossiers/rule-context.ts';
import { formOfSupplement } from './dossiers/supplements.ts';
import { createWalletDossiers } from './dossiers/wallet-dossiers.ts';
import { createChecking } from './files/checking.ts';
import type { OpenDraft } from './files/create-upload.ts';
import { examine } from './files/examine.ts';
import { createFilesModule } from './files/module.ts';
import { createPapers } from './files/papers.ts';
import { openQuarantine } from './files/quarantine.ts';
import { createReportPhotos } from './files/report-photos.ts';
import { createUploads } from './files/uploads.ts';
import { createIntegrationModule } from './integration/module.ts';
import { messagesAbout } from './notifications/messages-about.ts';
import { openCatalogue } from './procedures/catalogue.ts';
import { createNumberModules } from './number-modules.ts';
import { createProceduresModule } from './procedures/module.ts';
import { createReportModules, type ReportHandlers } from './report-modules.ts';
import { createTrackingModule } from './tracking/module.ts';
import { enterTrackingKeys, sealOf } from './tracking/tracking-keys.ts';
import { createHandIn } from './wallet/hand-in.ts';
import { createWalletModule } from './wallet/module.ts';
import type { Inspect } from './wallet/ports.ts';
import { walletFees } from './wallet-fees.ts';
import { resultPaths } from './wallet/result-rows.ts';

export type DossierHandlers = ReportHandlers &
  AskHandlers &
  ModuleHandlers<
    'procedures' | 'files' | 'dossiers' | 'delegations' | 'tracking' | 'wallet' | 'integration' | 'numbers'
  >;

export async function createDossierModules(deps: Deps): Promise<DossierHandlers> {
  const procedures = await openCatalogue(deps);
  const surroundings = await readSurroundings(deps.province, deps.clock);
  const quarantine = await openQuarantine(join(deps.settings.DATA_DIR, 'quarantine'));
  const checking = createChecking(deps, quarantine);
  await checking.resume();
  const papers = createPapers(deps, checking);
  const uploads = createUploads(deps, quarantine, checking);

  const openDraft: OpenDraft = async (tx, draft) => {
    const asked = await formOfSupplement(tx, draft, procedures);
    if (asked) return { form: asked };
    return { form: await formOf(tx, await findDraft(tx, { ...draft, lock: true }), procedures) };
  };

  const oneStop = createOneStop(deps.settings);
  if (oneStop) receiveForwardings(deps, papers, oneStop);
  const events = createOneStopEvents(deps, { ...surroundings, procedures });
  const { receive } = events;

  const { ZALO_LINK_URL, ZALO_APP_ID } = deps.settings;
  const tracking: Tracking = {
    enter: (tx, submitted) => enterTrackingKeys(tx, deps.secrets, submitted),
    link: (code) => {
      const query = new URLSearchParams({ ma: code, dau: sealOf(deps.secrets, code) });
      return `${ZALO_LINK_URL}/${ZALO_APP_ID}/tra-cuu?${query.toString()}`;
    },
  };

  const walletDossiers = createWalletDossiers(deps, surroundings);
  const inspect: Inspect = async (bytes) => {
    const seen = await examine(bytes, null, deps.scanner);
    if ('kept' in seen && seen.kept.mediaType !== 'application/pdf') return { refused: 'type' };
    return seen;
  };

  return {
    ...createProceduresModule(deps, procedures),
    ...(await createNumberModules(deps, procedures)),
    ...createFilesModule(deps, { quarantine, checking, uploads, openDraft }),
    ...(await createReportModules(deps, {
      surroundings,
      photos: createReportPhotos(deps, checking, uploads),
      quarantine,
      uploads,
    })),
    ...(await createAskModules(deps, { checking, quarantine, uploads })),
    ...createDelegationsModule(deps, surroundings),
    ...createDossiersModule(deps, {
      procedures,
      papers,
      surroundings,
      tracking,
      delegations: {
        actingFor: (sql, wanted) => actingFor(sql, { ...wanted, today: surroundings.today() }),
      },
    }),
    ...createTrackingModule(deps, trackedDossiers),
    ...createWalletModule(deps, { ...walletDossiers, ...walletFees }),
    ...createIntegrationModule({
      handIn: createHandIn(deps, { inspect, dossiers: walletDossiers }),
      office: createDossierOffice(deps, { procedures, papers, surroundings, tracking }),
      helpWithDraft: createDraftHelp(deps, { procedures, papers, surroundings }),
      oneStop: { receive, ...createDeadLetters(deps, events) },
      async messagesAbout(code, system) {
        const { id } = await dossierByCode(deps.db, code);
        await noteRead(deps.db, id, { system, purpose: 'Xem tin đã báo', at: deps.clock.now() });
        const results = await resultPaths(deps.db, id);
        return messagesAbout(deps.db, [`/ho-so/${id}`, `/ho-so/${id}/bo-sung`, ...results]);
      },
    }),
  };
}
