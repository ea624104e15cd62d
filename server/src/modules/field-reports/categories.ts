import { readFile } from 'node:fs/promises';
import { formOfCategory, type Schemas } from '@dvc/contract';
import type { FormDefinition } from '@dvc/contract/forms';
import { readDefinition } from '@dvc/contract/definitions';
import { z } from 'zod';

const text = z.string().min(1);
const categoriesFile = z.object({
  version: text,
  groups: z.array(z.object({ id: text, name: text })),
  categories: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]{1,60}$/),
      group: text,
      name: text,
      emergency: z.object({ call: z.string().regex(/^[0-9]{3,11}$/), when: text }).nullable(),
      duplicateMetres: z.int().min(0).max(500),
      resolveWorkingDays: z.int().min(1).max(15),
      hiddenByDefault: z.boolean(),
      keywords: z.array(text),
      responsible: z.array(text),
      questions: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  english: z.record(text, text),
});

/** `responsible`: who usually handles it, for the office that assigns. */
export type Category = Schemas['ReportCategory'] & { responsible: string[] };

/** What may be reported in a province. */
export interface Categories {
  version: string;
  groups: Schemas['ReportGroup'][];
  items: readonly Category[];
  english: Record<string, string>;
  find(id: string): Category | undefined;
  form(category: Pick<Category, 'id' | 'name' | 'questions'>): FormDefinition;
}

/** A category as the phone gets it. */
export const publicCategory = (category: Category): Schemas['ReportCategory'] => ({
  id: category.id,
  group: category.group,
  name: category.name,
  emergency: category.emergency,
  duplicateMetres: category.duplicateMetres,
  resolveWorkingDays: category.resolveWorkingDays,
  hiddenByDefault: category.hiddenByDefault,
  keywords: category.keywords,
  questions: category.questions,
});

/** The province's file says something impossible: which place, and why. The server must not start with it. */
export class BadCategories extends Error {
  override readonly name = 'BadCategories';
}

export async function readCategories(folder: URL): Promise<Categories> {
  const file = new URL('report-categories.json', folder);
  const parsed = categoriesFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new BadCategories(`${file.pathname}: ${z.prettifyError(parsed.error)}`);
  const { version, groups, categories, english } = parsed.data;
  const said = new Set(Object.keys(english));
  for (const [index, category] of categories.entries()) {
    const at = `${file.pathname}: $.categories[${index}]`;
    if (!groups.some(({ id }) => id === category.group))
      throw new BadCategories(`${at}.group: no group ${category.group}`);
    const words = [category.name, ...(category.emergency ? [category.emergency.when] : [])];
    for (const word of words) if (!said.has(word)) throw new BadCategories(`${at}: no English for “${word}”`);
    if (category.questions.length === 0) continue;
    const { title, sample, pages, papers, lists } = formOfCategory(category, version, english);
    // What a form of its own must have; English is checked below, because a form may not know words it never says.
    const stated = { procedureCode: '1.000000', declaration: [{ id: 'true', label: '-', required: true }] };
    const read = readDefinition({ version, title, sample, pages, papers, lists, ...stated });
    if ('fault' in read) throw new BadCategories(`${at}: ${read.fault}`);
    for (const word of wordsOf(category.questions)) {
      if (!said.has(word)) throw new BadCategories(`${at}.questions: no English for “${word}”`);
    }
  }
  const byId = new Map(categories.map((category) => [category.id, category]));
  if (byId.size < categories.length) throw new BadCategories(`${file.pathname}: two categories have the same id`);
  return {
    version,
    groups,
    items: categories,
    english,
    find: (id) => byId.get(id),
    form: (category) => formOfCategory(category, version, english),
  };
}

function wordsOf(questions: readonly Record<string, unknown>[]): string[] {
  return questions.flatMap(({ label, hint, unit, options }) => {
    const labels = Array.isArray(options) ? (options as { label: string }[]).map((option) => option.label) : [];
    return [label, hint, unit, ...labels].filter((word): word is string => typeof word === 'string');
  });
}
