import { canonicalJson } from '@dvc/contract';
import type { FormDefinition } from '@dvc/contract/forms';
import type { Database, Sql } from '#db';
import { sha256 } from '#core/secrets';
import { BadProcedure } from './procedure-file.ts';

/**
 * Keeps every version of every form, so that drafts and dossiers of older versions find theirs. Throws `BadProcedure`
 * when a version that was published before now reads differently: that must be a new version.
 */
export async function pinVersions(db: Database, forms: readonly FormDefinition[], now: Date): Promise<void> {
  await db.tx(async (tx) => {
    for (const form of forms) {
      const definition = canonicalJson(form);
      const hash = sha256(definition);
      const { procedureCode, version } = form;
      await tx.query(
        `insert into form_versions (procedure_code, version, hash, definition, published_at) values ($1, $2, $3, $4, $5)
         on conflict (procedure_code, version) do nothing`,
        [procedureCode, version, hash, definition, now],
      );
      const { rows } = await tx.query<{ hash: string }>(
        'select hash from form_versions where procedure_code = $1 and version = $2',
        [procedureCode, version],
      );
      if (rows[0]?.hash !== hash) {
        throw new BadProcedure(
          `procedures/${procedureCode}.json: $.form: version ${version} was published with other contents; give it a new version`,
        );
      }
    }
  });
}

/** Finds a version that was pinned, whoever published it. Remembers what it has read: versions never change. */
export function createVersionShelf(): (
  sql: Sql,
  procedureCode: string,
  version: string,
) => Promise<FormDefinition | undefined> {
  const known = new Map<string, FormDefinition>();
  return async (sql, procedureCode, version) => {
    const name = `${procedureCode} ${version}`;
    const remembered = known.get(name);
    if (remembered) return remembered;
    const { rows } = await sql.query<{ definition: string }>(
      'select definition from form_versions where procedure_code = $1 and version = $2',
      [procedureCode, version],
    );
    if (!rows[0]) return undefined;
    const form = JSON.parse(rows[0].definition) as FormDefinition;
    known.set(name, form);
    return form;
  };
}
