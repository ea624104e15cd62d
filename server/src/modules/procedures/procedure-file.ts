import { readdir, readFile } from 'node:fs/promises';
import contract from '@dvc/contract/openapi.json' with { type: 'json' };
import type { Schemas } from '@dvc/contract';
import type { FormDefinition } from '@dvc/contract/forms';
import { readDefinition } from '@dvc/contract/definitions';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';

export type Guide = Schemas['ProcedureGuide'];

const handlingShape = z.strictObject({
  /** null: not confirmed, so no due date is promised. */
  workingDays: z.int().min(0).max(365).nullable(),
  confidence: z.enum(['H', 'M', 'L']),
  source: z.string(),
  office: z.strictObject({
    /** The field whose commune's People's Committee gets the dossier. */
    communeOf: z.string().optional(),
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
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'contract', components: contract.components });
  const validate = ajv.getSchema('contract#/components/schemas/ProcedureGuide');
  if (!validate) throw new Error('the contract does not say what a guide is');
  return (guide) => {
    if (validate(guide)) return undefined;
    const [first] = validate.errors ?? [];
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
  if (!handling) throw new BadProcedure('$.handling: a form that can be sent needs an office');
  const { communeOf } = handling.office;
  const field = pages.flatMap(({ fields }) => fields).find(({ id }) => id === communeOf);
  if (communeOf !== undefined && field?.type !== 'address' && field?.type !== 'commune') {
    throw new BadProcedure(`$.handling.office.communeOf: ${communeOf} is no address or commune of this form`);
  }
  return { guide: checked, form: definition.form, handling };
}

/** Every `procedures/*.json` of a province, by code. Throws `BadProcedure` with file and path of the first fault. */
export async function readProcedures(province: URL): Promise<Procedure[]> {
  const folder = new URL('procedures/', province);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const checkGuide = guideCheck();
  return Promise.all(
    names.map(async (name) => {
      try {
        const procedure = readProcedure(await readFile(new URL(name, folder), 'utf8'), checkGuide);
        if (`${procedure.guide.code}.json` !== name) throw new BadProcedure(`$.guide.code: the file is named ${name}`);
        return procedure;
      } catch (error) {
        if (!(error instanceof BadProcedure)) throw error;
        throw new BadProcedure(`procedures/${name}: ${error.message}`, { cause: error });
      }
    }),
  );
}
