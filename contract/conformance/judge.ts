import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from './client.ts';
import { contractDocument, type Operation, type Response, type Schema } from './contract-document.ts';

// Its types are made for a copy of ajv of its own.
const addFormats = formats.default as unknown as (ajv: Ajv2020) => void;
const PROBLEM = 'application/problem+json';
const MOST_SAID = 3;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('binary', true);
ajv.addSchema({ $id: 'contract', ...contractDocument });
const compiled = new Map<Schema, ValidateFunction>();

/** The document's own references, made to lead into the schema registered above. */
function rooted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rooted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string' ? [key, `contract${inner}`] : [key, rooted(inner)],
    ),
  );
}

function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile(rooted(schema) as Schema);
  compiled.set(schema, known);
  return known;
}

/** What is judged of an answer, from wherever it came. */
export type Judged = Pick<Answer, 'status' | 'mediaType' | 'text' | 'json'>;

/** What of a value does not fit its schema. */
export function misfits(schema: Schema, value: unknown): string[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  return errors.slice(0, MOST_SAID).map(({ instancePath, message = '', params }) => {
    const name = (params as { additionalProperty?: string }).additionalProperty;
    return `${instancePath || 'the body'} ${message}${name === undefined ? '' : ` (${name})`}`;
  });
}

function problemFaults({ status, json }: Judged): string[] {
  const problem = (json ?? {}) as { status?: unknown; code?: unknown; type?: unknown; title?: unknown };
  const faults: string[] = [];
  if (problem.status !== status) faults.push(`the problem says status ${String(problem.status)}, HTTP says ${status}`);
  if (problem.type !== `urn:problem:${String(problem.code)}`) faults.push(`the problem's type is not its code's`);
  if (problem.title === '') faults.push('the problem has no title');
  return faults;
}

function bodyFaults(response: Response, answer: Judged): string[] {
  if (response.size === 0) return answer.text === '' ? [] : [`${answer.status} has a body, the contract has none`];
  const schema = response.get(answer.mediaType);
  if (schema === undefined) {
    return [`${answer.status} is ${answer.mediaType || 'without a type'}, not ${[...response.keys()].join(' or ')}`];
  }
  if (!answer.mediaType.endsWith('json')) return [];
  if (answer.json === undefined) return [`${answer.status} is no JSON`];
  const faults = misfits(schema, answer.json).map((text) => `${answer.status}: ${text}`);
  return answer.mediaType === PROBLEM ? [...faults, ...problemFaults(answer)] : faults;
}

/** Everything in which an answer differs from what the contract says of this operation. */
export function faultsOf(operation: Operation, answer: Judged): string[] {
  const { status } = answer;
  const declared = operation.responses.get(String(status));
  // What went wrong in the server is nobody's contract, 503 apart: that one says "come back".
  if (status >= 500 && status !== 503) return [`${status}: the server broke`];
  if (declared === undefined && status < 400) return [`${status} is not in the contract`];
  const response = declared ?? operation.responses.get('default');
  if (response === undefined) return [`${status} is not in the contract`];
  // An answer to HEAD has no body.
  return operation.method === 'head' ? [] : bodyFaults(response, answer);
}

/** The machine word of a refusal; empty where it has none. */
export function codeOf({ json }: Pick<Answer, 'json'>): string {
  const code = (json as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
