/**
 * Makes the generated half of the contract from the hand-written YAML:
 * `openapi.json` (one bundled document), `api.gen.ts` (types) and `operations.gen.ts` (path, method, level).
 * `--check` writes nothing and fails when what is committed differs, or when a rule of ours is broken.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig } from '@redocly/openapi-core';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { lintContract } from './lint.ts';
import { operationsSource } from './operations-source.ts';

const root = new URL('../', import.meta.url);
const generated = (name: string) => fileURLToPath(new URL(`generated/${name}`, root));

async function pretty(path: string, source: string): Promise<string> {
  return format(source, { ...(await resolveConfig(path)), filepath: path });
}

async function build(): Promise<Map<string, string>> {
  const config = await createConfig({});
  const { bundle: bundled, problems } = await bundle({ ref: fileURLToPath(new URL('openapi.yaml', root)), config });
  const document = bundled.parsed as OpenAPI3;
  const faults = [...problems.map((problem) => problem.message), ...lintContract(document)];
  if (faults.length > 0) throw new Error(`contract:\n  ${faults.join('\n  ')}`);
  const banner = '// Made by contract/tools/generate.ts from openapi.yaml; do not edit.\n';
  const sources: [string, string][] = [
    ['openapi.json', JSON.stringify(document)],
    ['api.gen.ts', banner + astToString(await openapiTypescript(document))],
    ['operations.gen.ts', banner + operationsSource(document)],
  ];
  const files = new Map<string, string>();
  for (const [name, source] of sources) files.set(generated(name), await pretty(generated(name), source));
  return files;
}

const check = process.argv.includes('--check');
for (const [path, source] of await build()) {
  if (!check) await writeFile(path, source);
  else if ((await readFile(path, 'utf8').catch(() => '')) !== source) {
    console.error(`${path} is stale: run npm run contract`);
    process.exitCode = 1;
  }
}
