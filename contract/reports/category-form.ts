import type { FormDefinition, FormPage } from '../forms/definition.ts';
import type { Schemas } from '../index.ts';

/** A category's own questions as a form of one page, for the rules that phone and server share. */
export function formOfCategory(
  { id, name, questions }: Pick<Schemas['ReportCategory'], 'id' | 'name' | 'questions'>,
  version: string,
  english: Record<string, string>,
): FormDefinition {
  // Their shape was checked when the province's file was read.
  const fields = questions as unknown as FormPage['fields'];
  return {
    procedureCode: id,
    version,
    title: name,
    sample: true,
    pages: fields.length === 0 ? [] : [{ id: 'questions', title: name, fields }],
    papers: [],
    declaration: [],
    lists: {},
    english,
  };
}
