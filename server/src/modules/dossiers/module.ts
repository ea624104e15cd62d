import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { cutPage, readPage } from '#core/page-cursor';
import type { ModuleHandlers } from '#core/handler';
import { keepApologising } from './apologies.ts';
import { ownDossierWhole } from './dossier-parts.ts';
import { ownDossier, pageOfOwn } from './dossier-rows.ts';
import { dossierSummary, dossierView } from './dossier-view.ts';
import { keepDrafts } from './draft-keeping.ts';
import { createDrafts } from './drafts.ts';
import type { Delegations, Papers, Procedures, Tracking } from './ports.ts';
import { keepPromising } from './promises.ts';
import { createRatings } from './ratings.ts';
import type { Surroundings } from './rule-context.ts';
import { createSubmit } from './submit.ts';
import { createSupplements } from './supplements.ts';
import { createWithdraw } from './withdraw.ts';

interface Needs {
  procedures: Procedures;
  papers: Papers;
  surroundings: Surroundings;
  tracking: Tracking;
  delegations: Delegations;
}

/** A citizen's drafts and dossiers. What is another's does not exist. */
export function createDossiersModule(deps: Deps, needs: Needs): ModuleHandlers<'dossiers'> {
  const { db } = deps;
  const submit = createSubmit(deps, needs);
  keepDrafts(deps, needs);
  keepApologising(deps, needs.surroundings);
  keepPromising(deps, needs.surroundings);
  return {
    ...createDrafts(deps, needs),
    ...createSupplements(deps, needs),
    ...createWithdraw(deps, needs),
    ...createRatings(deps),

    async listDossiers({ query, caller }) {
      const page = readPage(query);
      const { rows, next } = cutPage(await pageOfOwn(db, caller.citizen.id, page), page.limit, (row) => row.changed_at);
      return { status: 200, body: { items: rows.map(dossierSummary), next } };
    },

    async submitDossier({ body, caller, headers }) {
      const receipt = await submit({ body, caller, key: headers['idempotency-key'] });
      return { status: 201, body: JSON.parse(receipt) as Schemas['Receipt'] };
    },

    async readDossier({ params, caller }) {
      const own = { id: params.dossierId, citizenId: caller.citizen.id };
      const { row, parts } = await ownDossierWhole(db, own, needs);
      return { status: 200, body: dossierView(row, parts, needs.surroundings) };
    },

    async readReceipt({ params, caller }) {
      const { receipt } = await ownDossier(db, params.dossierId, caller.citizen.id);
      return { status: 200, body: JSON.parse(receipt) as Schemas['Receipt'] };
    },
  };
}
