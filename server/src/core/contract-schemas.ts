import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import contract from '@dvc/contract/openapi.json' with { type: 'json' };
import type { OperationId, Schemas } from '@dvc/contract';
import { operationTable } from '@dvc/contract';

type Schema = Record<string, unknown>;
type Place = 'path' | 'query' | 'header';

interface Parameter {
  name: string;
  in: Place;
  required?: boolean;
  schema: Schema;
}

interface Media {
  schema: Schema;
}

interface Operation {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

/** What the contract demands of one operation, ready to be asked. */
export interface OperationSchemas {
  params: ValidateFunction;
  query: ValidateFunction;
  headers: ValidateFunction;
  /** Undefined when the operation reads neither JSON nor a form. */
  body: ValidateFunction | undefined;
  /** The media type of the request body, undefined when there is none. */
  consumes: string | undefined;
  /** What each success status answers with. */
  answers: ReadonlyMap<number, { mediaType: string; validate: ValidateFunction | undefined } | undefined>;
}

// Its types are made for a copy of ajv of its own.
const addFormats = formats.default as unknown as (ajv: Ajv2020) => void;

const ROOT = 'contract';
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The document's own references, made to lead into the schema registered under ROOT. */
function rooted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rooted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string' ? [key, `${ROOT}${inner}`] : [key, rooted(inner)],
    ),
  );
}

function createAjv(options: { coerceTypes?: boolean; useDefaults?: boolean } = {}): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, ...options });
  addFormats(ajv);
  // Bytes are checked where they are read, not here.
  ajv.addFormat('binary', true);
  ajv.addSchema({ $id: ROOT, components: rooted(contract.components) });
  return ajv;
}

function parameterNamed(ref: string): Parameter {
  const name = ref.slice('#/components/parameters/'.length);
  const found = (contract.components.parameters as unknown as Record<string, Parameter | undefined>)[name];
  if (!found) throw new Error(`contract: no parameter ${ref}`);
  return found;
}

function parameterSchema(parameters: Parameter[], place: Place): Schema {
  const here = parameters.filter((parameter) => parameter.in === place);
  const nameOf = ({ name }: Parameter) => (place === 'header' ? name.toLowerCase() : name);
  return {
    type: 'object',
    properties: Object.fromEntries(here.map((parameter) => [nameOf(parameter), rooted(parameter.schema)])),
    required: here.filter(({ required }) => required).map(nameOf),
  };
}

/** Compiles the contract, one entry an operation. */
export function compileContract(): Map<OperationId, OperationSchemas> {
  // Parameters arrive as text, so numbers are read from it; JSON bodies must have the right types already.
  const forText = createAjv({ coerceTypes: true, useDefaults: true });
  const forJson = createAjv();
  const paths = contract.paths as unknown as Record<string, Record<string, unknown>>;
  const compiled = new Map<OperationId, OperationSchemas>();
  for (const [id, { path, method }] of Object.entries(operationTable)) {
    const item = paths[path] as { parameters?: Operation['parameters'] } & Record<string, Operation>;
    const operation = item[method];
    if (!operation) throw new Error(`contract: ${method} ${path} is in the table but not in the document`);
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
      '$ref' in parameter ? parameterNamed(parameter.$ref) : parameter,
    );
    const content = Object.entries(operation.requestBody?.content ?? {})[0];
    const answers = Object.entries(operation.responses)
      .filter(([status]) => /^[1-5]\d\d$/.test(status))
      .map(([status, { content: kinds }]) => {
        const [mediaType, media] = Object.entries(kinds ?? {})[0] ?? [];
        const validate = media && mediaType === JSON_TYPE ? forJson.compile(rooted(media.schema) as Schema) : undefined;
        return [Number(status), mediaType ? { mediaType, validate } : undefined] as const;
      });
    compiled.set(id as OperationId, {
      params: forText.compile(parameterSchema(parameters, 'path')),
      query: forText.compile(parameterSchema(parameters, 'query')),
      headers: forText.compile(parameterSchema(parameters, 'header')),
      body:
        content?.[0] === JSON_TYPE || content?.[0] === FORM_TYPE
          ? forJson.compile(rooted(content[1].schema) as Schema)
          : undefined,
      consumes: content?.[0],
      answers: new Map(answers),
    });
  }
  return compiled;
}

/** Whether something read from a file has the shape of one of the contract's schemas. */
export function contractShape<T>(name: keyof Schemas): ValidateFunction<T> {
  return createAjv().compile<T>({ $ref: `${ROOT}#/components/schemas/${name}` });
}
