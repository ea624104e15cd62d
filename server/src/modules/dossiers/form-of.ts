import type { FormDefinition } from '@dvc/contract/forms';
import type { Sql } from '#db';
import type { Procedures } from './ports.ts';

/** What a draft and a dossier say of the form they are written in. */
export interface Written {
  procedure_code: string;
  form_version: string;
}

/** The very form something is written in: versions are never thrown away. */
export async function formOf(sql: Sql, row: Written, procedures: Pick<Procedures, 'form'>): Promise<FormDefinition> {
  const { procedure_code, form_version } = row;
  const form = await procedures.form(sql, procedure_code, form_version);
  if (!form) throw new Error(`no form ${procedure_code} ${form_version}`);
  return form;
}
