import type { Schemas } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { isForSubject, subjectFields, subjectPage } from '@dvc/contract/forms';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import type { DraftRow } from './draft-rows.ts';
import type { Delegations, Subject } from './ports.ts';

type FieldProblem = Schemas['FieldProblem'];

/** What is written of another person into what belongs to the one who acts. */
export interface ActedFor {
  delegation_id: string | null;
  subject_name: string | null;
}

/** For whom something is done, as its owner sees it; nothing where it is for themselves. */
export function actingForView({ delegation_id, subject_name }: ActedFor): { actingFor?: Schemas['ActingFor'] } {
  if (delegation_id === null || subject_name === null) return {};
  return { actingFor: { delegationId: delegation_id, fullName: subject_name } };
}

/** The person a new draft is for. Refuses when the form knows no other person, or one may not act for this one. */
export async function subjectOf(
  sql: Sql,
  wanted: { form: FormDefinition; delegationId: string | undefined; citizenId: string },
  delegations: Delegations,
): Promise<Subject | undefined> {
  const { form, delegationId, citizenId } = wanted;
  if (delegationId === undefined) return undefined;
  const subject = (await delegations.actingFor(sql, { id: delegationId, citizenId })) ?? refuse('not-found');
  if (subjectPage(form) === undefined) {
    const message = 'Thủ tục này mỗi người tự nộp cho mình. Chưa có gì được gửi.';
    refuse('invalid', { errors: [{ path: 'delegationId', code: 'self-only', message }] });
  }
  return subject;
}

/** Whom a dossier is about: the person acted for, or whoever the form says it is for; else the one who sends it. */
export function aboutName(
  form: FormDefinition,
  answers: Answers,
  { subjectName, sender }: { subjectName: string | null; sender: string },
): string {
  if (subjectName !== null) return subjectName;
  const page = subjectPage(form);
  if (!page || !isForSubject(form, answers)) return sender;
  const { fullName } = subjectFields(page);
  const name = fullName === undefined ? undefined : answers[fullName];
  return typeof name === 'string' && name.trim() !== '' ? name : sender;
}

const same = (a: unknown, b: string): boolean =>
  typeof a === 'string' && a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');

/** A dossier for somebody is about that very person, and one may still act for them when it is sent. */
export async function faultsOfActing(
  sql: Sql,
  { draft, form, answers }: { draft: DraftRow; form: FormDefinition; answers: Answers },
  delegations: Delegations,
): Promise<FieldProblem[]> {
  if (draft.delegation_id === null) return [];
  const name = draft.subject_name ?? '';
  const subject = await delegations.actingFor(sql, { id: draft.delegation_id, citizenId: draft.citizen_id });
  if (!subject) {
    const message = `Bạn không còn làm giúp ${name} nên hồ sơ chưa gửi được. Bản nháp vẫn còn. Thêm lại ${name} ở mục Làm giúp rồi gửi.`;
    return [{ path: 'delegation', code: 'ended', message }];
  }
  const page = subjectPage(form);
  if (!page || !isForSubject(form, answers)) {
    const path = page?.when && 'field' in page.when ? page.when.field : 'delegation';
    const message = `Bạn đang làm giúp ${name}. Chọn câu nói là làm cho người khác. Làm cho mình thì bắt đầu hồ sơ khác.`;
    return [{ path, code: 'for-another', message }];
  }
  const fields = subjectFields(page);
  const other = (path: string): FieldProblem => ({
    path,
    code: 'another-person',
    message: `Hồ sơ này làm cho ${name}. Làm cho người khác thì bắt đầu hồ sơ khác; phần đã ghi vẫn còn.`,
  });
  if (fields.fullName !== undefined && !same(answers[fields.fullName], subject.fullName)) {
    return [other(fields.fullName)];
  }
  if (fields.idNumber !== undefined && subject.idNumber !== null && !same(answers[fields.idNumber], subject.idNumber)) {
    return [other(fields.idNumber)];
  }
  return [];
}
