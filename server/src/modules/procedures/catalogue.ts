import { readFile } from 'node:fs/promises';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { isAddress } from '@dvc/contract/forms';
import { z } from 'zod';
import type { Deps } from '#core/deps';
import type { Sql } from '#db';
import { createVersionShelf, pinVersions } from './form-versions.ts';
import { readProcedures, type Guide, type Handling } from './procedure-file.ts';
import { createSearch } from './search.ts';
import { readSynonyms } from './synonyms.ts';

const events = z.array(z.object({ id: z.string(), name: z.string() }));
const communes = z.array(z.object({ code: z.string(), name: z.string() }));

/** What the province offers, read once at the start. */
export interface Catalogue {
  guides: readonly Guide[];
  /** Life events that have a procedure, in the province's order. */
  lifeEvents: readonly { id: string; name: string }[];
  guide(code: string): Guide | undefined;
  search(query: string): Guide[];
  /** The version new drafts get; undefined when the procedure cannot be submitted here. */
  currentForm(code: string): FormDefinition | undefined;
  form(sql: Sql, code: string, version: string): Promise<FormDefinition | undefined>;
  /** Who gets a dossier with these answers, and in how many working days (null: not confirmed). */
  handling(code: string, answers: Answers): { office: string; workingDays: number | null } | undefined;
}

async function readJson<T>(province: URL, name: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readFile(new URL(name, province), 'utf8')));
}

function officeFor({ office }: Handling, answers: Answers, communeNames: ReadonlyMap<string, string>): string {
  const answer = office.communeOf === undefined ? undefined : answers[office.communeOf];
  const code = isAddress(answer) ? answer.commune : answer;
  const name = typeof code === 'string' ? communeNames.get(code) : undefined;
  if (name === undefined) return office.otherwise;
  return `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Reads the province's procedures and pins their forms. Throws `BadProcedure`: the server must not start with half. */
export async function openCatalogue({ db, clock, province }: Deps): Promise<Catalogue> {
  const procedures = await readProcedures(province.folder);
  const forms = procedures.flatMap(({ form }) => form ?? []);
  await pinVersions(db, forms, clock.now());
  const guides = procedures.map(({ guide }) => guide);
  const byCode = new Map(procedures.map((procedure) => [procedure.guide.code, procedure]));
  const used = new Set(guides.flatMap(({ lifeEvents }) => lifeEvents));
  const allEvents = await readJson(province.folder, 'life-events.json', events);
  const places = await readJson(province.folder, 'communes.json', communes);
  const communeNames = new Map(places.map(({ code, name }) => [code, name]));
  return {
    guides,
    lifeEvents: allEvents.filter(({ id }) => used.has(id)),
    guide: (code) => byCode.get(code)?.guide,
    search: createSearch(guides, await readSynonyms(province.folder)),
    currentForm: (code) => byCode.get(code)?.form,
    form: createVersionShelf(),
    handling(code, answers) {
      const handling = byCode.get(code)?.handling;
      if (!handling) return undefined;
      return { office: officeFor(handling, answers, communeNames), workingDays: handling.workingDays };
    },
  };
}
