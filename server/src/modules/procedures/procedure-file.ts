import { readdir, readFile } from 'node:fs/promises';
import type { Schemas } from '@dvc/contract';
import type { FormDefinition } from '@dvc/contract/forms';
import { readDefinition } from '@dvc/contract/definitions';
import { z } from 'zod';
import { contractShape } from '#core/contract-schemas';

export type Guide = Schemas['ProcedureGuide'];

const handlingShape = z.strictObject({
  /** null: not confirmed, so no due date is promised. */
  workingDays: z.int().min(0).max(365).nullable(),
  confidence: z.enum(['H', 'M', 'L']),
  source: z.string(),
  office: z.strictObject({
    /** The field whose commune's People's Committee gets the dossier; of several the first that is answered. */
    communeOf: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    /** What in that commune, when it is not the People's Committee. */
    body: z.string().min(1).optional(),
    otherwise: z.string().min(1),
  }),
});

export type Handling = z.infer<typeof handlingShape>;

/** One procedure as the province wrote it down. A guide without a form can be read but not submitted. */
export interface Procedure {
  guide: Guide;
  form: FormDefinition | undefined;
  handling: Handling | undefined;
}

/** A file of the province that cannot be used; the message says which and where in it. */
export class BadProcedure extends Error {
  override readonly name = 'BadProcedure';
}

const fileShape = z.strictObject({
  guide: z.record(z.string(), z.unknown()),
  form: z.unknown().optional(),
  handling: handlingShape.optional(),
});

function guideCheck(): (guide: unknown) => string | undefined {
  const isGuide = contractShape<Guide>('ProcedureGuide');
  return (guide) => {
    if (isGuide(guide)) return undefined;
    const [first] = isGuide.errors ?? [];
    return `$.guide${(first?.instancePath ?? '').replaceAll('/', '.')}: ${first?.message ?? 'misshapen'}`;
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadProcedure(`not JSON: ${String(error)}`);
  }
}

/** Reads one file's text. Throws `BadProcedure` with the path of the first fault. */
function readProcedure(text: string, checkGuide: (guide: unknown) => string | undefined): Procedure {
  const read = fileShape.safeParse(parse(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BadProcedure(`$.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'misshapen'}`);
  }
  const { guide, form, handling } = read.data;
  const fault = checkGuide(guide);
  if (fault !== undefined) throw new BadProcedure(fault);
  const checked = guide as unknown as Guide;
  if (form === undefined || form === null) {
    if (checked.formVersion !== null) throw new BadProcedure('$.guide.formVersion: there is no form');
    return { guide: checked, form: undefined, handling };
  }
  const definition = readDefinition(form);
  if ('fault' in definition) throw new BadProcedure(`$.form${definition.fault.replace(/^\$/, '')}`);
  const { procedureCode, version, pages } = definition.form;
  if (procedureCode !== checked.code) throw new BadProcedure(`$.form.procedureCode: the guide is ${checked.code}`);
  if (version !== checked.formVersion) throw new BadProcedure(`$.guide.formVersion: the form is ${version}`);
  const unannounced = definition.form.papers.findIndex(({ id }) => !checked.papers.some((paper) => paper.id === id));
  if (unannounced >= 0) throw new BadProcedure(`$.form.papers[${unannounced}].id: the guide does not announce it`);
  if (!handling) throw new BadProcedure('$.handling: a form that can be sent needs an office');
  for (const id of [handling.office.communeOf ?? []].flat()) {
    const field = pages.flatMap(({ fields }) => fields).find((one) => one.id === id);
    if (field?.type !== 'address' && field?.type !== 'commune') {
      throw new BadProcedure(`$.handling.office.communeOf: ${id} is no address or commune of this form`);
    }
  }
  return { guide: checked, form: definition.form, handling };
}

/** Every `procedures/*.json` of a province, by code. Throws `BadProcedure` with file and path of the first fault. */
export async function readProcedures(province: URL): Promise<Procedure[]> {
  const folder = new URL('procedures/', province);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const checkGuide = guideCheck();
  const events = await readLifeEvents(province);
  const procedures = await Promise.all(
    names.map((name) =>
      inFile(name, async () => {
        const procedure = readProcedure(await readFile(new URL(name, folder), 'utf8'), checkGuide);
        if (`${procedure.guide.code}.json` !== name) throw new BadProcedure(`$.guide.code: the file is named ${name}`);
        return procedure;
      }),
    ),
  );
  const around = {
    codes: new Set(procedures.map(({ guide }) => guide.code)),
    events: new Set(events.map(({ id }) => id)),
  };
  for (const procedure of procedures) {
    await inFile(`${procedure.guide.code}.json`, () => checkReferences(procedure, around));
  }
  return procedures;
}

const eventsShape = z.array(z.object({ id: z.string(), name: z.string() }));

/** Life events procedures may belong to, in the province's order. */
export async function readLifeEvents(province: URL): Promise<{ id: string; name: string }[]> {
  return eventsShape.parse(JSON.parse(await readFile(new URL('life-events.json', province), 'utf8')));
}

/** What one file says about others. */
function checkReferences({ guide, form }: Procedure, around: { codes: Set<string>; events: Set<string> }): void {
  const stray = guide.lifeEvents.findIndex((id) => !around.events.has(id));
  if (stray >= 0)
    throw new BadProcedure(`$.guide.lifeEvents[${stray}]: no life event ${guide.lifeEvents[stray] ?? ''}`);
  for (const [index, { answers }] of (form?.check ?? []).entries()) {
    for (const [place, { instead }] of answers.entries()) {
      if (instead === undefined || around.codes.has(instead)) continue;
      throw new BadProcedure(`$.form.check[${index}].answers[${place}].instead: no procedure ${instead}`);
    }
  }
}

async function inFile<T>(name: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof BadProcedure)) throw error;
    throw new BadProcedure(`procedures/${name}: ${error.message}`, { cause: error });
  }
}
