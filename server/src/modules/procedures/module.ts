import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Catalogue } from './catalogue.ts';
import type { Guide } from './procedure-file.ts';

function summaryOf(guide: Guide): Schemas['ProcedureSummary'] {
  const { code, name, shortName, field, lifeEvents, fee, processing, formVersion } = guide;
  return { code, name, shortName, field, lifeEvents, fee, processing, online: formVersion !== null };
}

/** Procedures for anyone: what they are, what they need, and their forms. */
export function createProceduresModule({ db }: Deps, catalogue: Catalogue): ModuleHandlers<'procedures'> {
  return {
    async listProcedures({ query: { q = '', event } }) {
      await catalogue.freshen();
      const items = catalogue.search(q).filter(({ lifeEvents }) => event === undefined || lifeEvents.includes(event));
      return { status: 200, body: { items: items.map(summaryOf), lifeEvents: [...catalogue.lifeEvents()] } };
    },
    async readProcedure({ params }) {
      await catalogue.freshen();
      return { status: 200, body: catalogue.guide(params.procedureCode) ?? refuse('not-found') };
    },
    async readForm({ params: { procedureCode, version } }) {
      const form = (await catalogue.form(db, procedureCode, version)) ?? refuse('not-found');
      // A version never changes, so a phone may keep it for good.
      const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
      return { status: 200, body: { ...form, lists: form.lists } as unknown as Schemas['FormDefinition'], headers };
    },
  };
}
