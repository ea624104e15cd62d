import type { Schemas } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { moveAnswers } from '@dvc/contract/forms';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import type { DraftRow, Written } from './draft-rows.ts';
import type { Procedures } from './ports.ts';

/** Whatever is written in a form and kept with its version. */
type KeptWork = Pick<DraftRow, 'procedure_code' | 'form_version' | 'answers' | 'old_answers' | 'prefilled'>;
type Moved<Kept> = Kept & { movedFrom?: string };

type OldAnswers = Schemas['OldAnswers'];
type SavedWork = Pick<Schemas['Draft'], 'formVersion' | 'answers' | 'oldAnswers' | 'page'>;

/** A row in the newest version of its form; `movedFrom` while it is kept in an older one. */
export type MovedRow = Moved<DraftRow>;

interface Source {
  answers: Answers;
  oldAnswers: OldAnswers;
  prefilled: readonly string[];
}

/** Drafts outlive the version of the form they were begun with: here their answers move to the newer one. */
export function createDraftVersions(procedures: Pick<Procedures, 'currentForm' | 'form'>) {
  async function formOf(sql: Sql, code: string, version: string): Promise<FormDefinition | undefined> {
    const current = procedures.currentForm(code);
    return current?.version === version ? current : procedures.form(sql, code, version);
  }

  function moved(from: FormDefinition, to: FormDefinition, { answers, oldAnswers, prefilled }: Source) {
    const { answers: kept, left, nameOf } = moveAnswers(from, to, answers);
    const placeOf = ({ version, path }: OldAnswers[number]) => `${version} ${path}`;
    // A phone with the older version open may bring the same answer again, written further.
    const again = new Set(left.map(placeOf));
    return {
      form_version: to.version,
      answers: JSON.stringify(kept),
      old_answers: JSON.stringify([...oldAnswers.filter((one) => !again.has(placeOf(one))), ...left]),
      prefilled: JSON.stringify(prefilled.flatMap((id) => nameOf(id) ?? [])),
    };
  }

  /** The row as it reads in the newest version of its form. Nothing is written: the next save keeps it so. */
  async function inNewestForm<Kept extends KeptWork>(sql: Sql, row: Kept): Promise<Moved<Kept>> {
    const newest = procedures.currentForm(row.procedure_code);
    if (!newest || newest.version === row.form_version) return row;
    const own = await formOf(sql, row.procedure_code, row.form_version);
    if (!own) throw new Error(`no form ${row.procedure_code} ${row.form_version}`);
    const source = {
      answers: JSON.parse(row.answers) as Answers,
      oldAnswers: JSON.parse(row.old_answers) as OldAnswers,
      prefilled: JSON.parse(row.prefilled) as string[],
    };
    return { ...row, ...moved(own, newest, source), movedFrom: row.form_version };
  }

  /** The row as a phone reads it that has this version open. */
  async function inFormOf<Kept extends KeptWork>(sql: Sql, row: Kept, version: string): Promise<Moved<Kept>> {
    return row.form_version === version ? row : inNewestForm(sql, row);
  }

  /**
   * What a save writes. Who has the version open in which the draft is kept goes on in it; answers of any other version but
   * the newest are moved.
   */
  async function written(sql: Sql, row: KeptWork, work: SavedWork): Promise<Written> {
    const { formVersion, oldAnswers, page } = work;
    const answers = work.answers as Answers;
    const base = await inFormOf(sql, row, formVersion);
    if (base.form_version === formVersion) {
      return {
        form_version: formVersion,
        answers: JSON.stringify(answers),
        old_answers: JSON.stringify(oldAnswers),
        prefilled: base.prefilled,
        page,
      };
    }
    const from = (await formOf(sql, row.procedure_code, formVersion)) ?? refuse('bad-request');
    const to = await formOf(sql, row.procedure_code, base.form_version);
    if (!to) throw new Error(`no form ${row.procedure_code} ${base.form_version}`);
    const source = { answers, oldAnswers, prefilled: [] };
    return { ...moved(from, to, source), prefilled: base.prefilled, page };
  }

  return { formOf, inNewestForm, inFormOf, written };
}
