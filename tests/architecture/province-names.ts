import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const provinces = readdirSync(join(root, 'provinces'));

/** The one place that may: which province a server is for that was not told. */
const allowed = ["server/src/core/settings.ts: 'tay-ninh'"];

function wordsOf(id: string): string[] {
  const facts = JSON.parse(readFileSync(join(root, 'provinces', id, 'province.json'), 'utf8')) as {
    fullName: string;
    appName: string;
    agencyCode: string;
    identity: { name: string };
    zalo: { appId: string };
  };
  return [`'${id}'`, facts.fullName, facts.appName, facts.agencyCode, facts.identity.name, facts.zalo.appId];
}

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** Where code that is no test says the id, a name, the agency's code or the app id of a province. */
export function provincesNamedIn(folders: readonly string[]): string[] {
  const words = provinces.flatMap(wordsOf);
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => /[.]tsx?$/.test(file) && !/[.]test[.]|testing\/|node_modules|[.]gen[.]/.test(file))
      .flatMap((file) => {
        const code = withoutComments(readFileSync(join(root, file), 'utf8'));
        return words.filter((word) => code.includes(word)).map((word) => `${file}: ${word}`);
      })
      .filter((found) => !allowed.includes(found)),
  );
}
