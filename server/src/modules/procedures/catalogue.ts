import { readdir, readFile, stat } from 'node:fs/promises';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { isAddress } from '@dvc/contract/forms';
import { z } from 'zod';
import type { Deps } from '#core/deps';
import type { Sql } from '#db';
import { createVersionShelf, pinVersions } from './form-versions.ts';
import { readLifeEvents, readProcedures, type Guide, type Handling, type Procedure } from './procedure-file.ts';
import { createSearch, searchEntryOf } from './search.ts';
import { readSynonyms } from '#core/synonyms';

const communes = z.array(z.object({ code: z.string(), name: z.string() }));

/** What the province offers: read at the start, and again when its files change. */
export interface Catalogue {
  guide(code: string): Guide | undefined;
  search(query: string): Guide[];
  /** Life events that have a procedure, in the province's order. */
  lifeEvents(): readonly { id: string; name: string }[];
  /** The version new drafts get; undefined when the procedure cannot be submitted here. */
  currentForm(code: string): FormDefinition | undefined;
  form(sql: Sql, code: string, version: string): Promise<FormDefinition | undefined>;
  /** Who gets a dossier with these answers, and in how many working days (null: not confirmed). */
  handling(code: string, answers: Answers): { office: string; workingDays: number | null } | undefined;
  /** Looks, at most every few seconds, whether files changed; faulty ones are logged and what was read before stays. */
  freshen(): Promise<void>;
}

const LOOK_AGAIN_MS = 10_000;

async function readJson<T>(province: URL, name: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readFile(new URL(name, province), 'utf8')));
}

function officeFor({ office }: Handling, answers: Answers, communeNames: ReadonlyMap<string, string>): string {
  const answered = [office.communeOf ?? []].flat().find((field) => answers[field] !== undefined);
  const answer = answered === undefined ? undefined : answers[answered];
  const code = isAddress(answer) ? answer.commune : answer;
  const name = typeof code === 'string' ? communeNames.get(code) : undefined;
  if (name === undefined) return office.otherwise;
  return `${office.body ?? 'Ủy ban nhân dân'} ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** One reading of all files. */
interface Edition {
  byCode: ReadonlyMap<string, Procedure>;
  lifeEvents: readonly { id: string; name: string }[];
  search: (query: string) => Guide[];
  communeNames: ReadonlyMap<string, string>;
}

async function readEdition({ db, clock, province, search: feed }: Deps): Promise<Edition> {
  const procedures = await readProcedures(province.folder);
  const places = await readJson(province.folder, 'communes.json', communes);
  const allEvents = await readLifeEvents(province.folder);
  const guides = procedures.map(({ guide }) => guide);
  const search = createSearch(guides, await readSynonyms(province.folder));
  await pinVersions(
    db,
    procedures.flatMap(({ form }) => form ?? []),
    clock.now(),
  );
  await feed.replaceAll('procedure', guides.map(searchEntryOf));
  const used = new Set(guides.flatMap(({ lifeEvents }) => lifeEvents));
  return {
    byCode: new Map(procedures.map((procedure) => [procedure.guide.code, procedure])),
    lifeEvents: allEvents.filter(({ id }) => used.has(id)),
    search,
    communeNames: new Map(places.map(({ code, name }) => [code, name])),
  };
}

/** Changes whenever a file of the folder does. */
async function signatureOf(province: URL): Promise<string> {
  const folder = new URL('procedures/', province);
  const names = (await readdir(folder)).sort();
  const stats = await Promise.all(names.map(async (name) => stat(new URL(name, folder))));
  return stats.map(({ mtimeMs, size }, index) => `${names[index] ?? ''} ${mtimeMs} ${size}`).join('\n');
}

/** Reads the province's procedures and pins their forms. Throws `BadProcedure`: the server must not start with half. */
export async function openCatalogue(deps: Deps): Promise<Catalogue> {
  const { clock, log, province } = deps;
  let seen = await signatureOf(province.folder);
  let edition = await readEdition(deps);
  let lookedAt = clock.now().getTime();

  const lookAgain = async (): Promise<void> => {
    const signature = await signatureOf(province.folder);
    if (signature === seen) return;
    seen = signature;
    edition = await readEdition(deps);
    log.info({ procedures: edition.byCode.size }, 'the procedures were read again');
  };

  return {
    guide: (code) => edition.byCode.get(code)?.guide,
    search: (query) => edition.search(query),
    lifeEvents: () => edition.lifeEvents,
    currentForm: (code) => edition.byCode.get(code)?.form,
    form: createVersionShelf(),
    handling(code, answers) {
      const handling = edition.byCode.get(code)?.handling;
      if (!handling) return undefined;
      return { office: officeFor(handling, answers, edition.communeNames), workingDays: handling.workingDays };
    },
    async freshen() {
      const now = clock.now().getTime();
      if (now - lookedAt < LOOK_AGAIN_MS) return;
      lookedAt = now;
      try {
        await lookAgain();
      } catch (error) {
        log.error({ fault: error instanceof Error ? error.message : String(error) }, 'changed procedures are not used');
      }
    },
  };
}
