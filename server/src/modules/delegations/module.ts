import { dateInVietnam } from '@dvc/contract';
import type { RuleContext } from '@dvc/contract/forms';
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { faultsOf, tidied } from './check-delegation.ts';
import { consent, consentText } from './consent.ts';
import {
  delegationById,
  delegationView,
  heldAbout,
  heldBy,
  insertDelegation,
  type DelegationRow,
} from './delegation-rows.ts';
import { lastDay } from './last-day.ts';
import { tellBoth } from './notices.ts';

const MOST_HELD = 20;

/** What delegations need to know of today. */
export interface Surroundings {
  today(): string;
  rules(): RuleContext;
}

/** Acting for another person: agreed to, for a time, ended by either of the two. */
export function createDelegationsModule(
  { db, clock, jobs, notify }: Deps,
  surroundings: Surroundings,
): ModuleHandlers<'delegations'> {
  async function end(tx: Transaction, row: DelegationRow, happened: 'ended' | 'expired'): Promise<void> {
    await tx.query('update delegations set ended_at = $2 where id = $1', [row.id, clock.now()]);
    await tellBoth(tx, notify, row, happened);
  }

  jobs.every('end-old-delegations', hours(1), async () => {
    const today = surroundings.today();
    const { rows } = await db.query<{ id: string }>(
      'select id from delegations where ended_at is null and ends_on < $1 order by ends_on limit 500',
      [today],
    );
    for (const { id } of rows) {
      await db.tx(async (tx) => {
        const row = await delegationById(tx, id, { lock: true });
        if (row?.ended_at === null && row.ends_on < today) await end(tx, row, 'expired');
      });
    }
  });

  return {
    async listDelegations({ caller: { citizen } }) {
      const today = surroundings.today();
      const items = (await heldBy(db, citizen.id, today)).map(delegationView);
      const toMe = (await heldAbout(db, citizen, today)).map(({ id, full_name, given_at, ends_on }) => ({
        id,
        fullName: full_name,
        givenAt: given_at.toISOString(),
        endsOn: ends_on,
      }));
      return { status: 200, body: { items, toMe, consent } };
    },

    async createDelegation({ body, caller: { citizen } }) {
      const now = clock.now();
      const tidy = tidied(body);
      const row: DelegationRow = {
        id: tidy.id,
        citizen_id: citizen.id,
        full_name: tidy.fullName,
        birth_date: tidy.birthDate,
        id_number: tidy.idNumber === undefined || tidy.idNumber === '' ? null : tidy.idNumber,
        relationship: tidy.relationship,
        evidence: tidy.evidence?.trim() === '' ? null : (tidy.evidence?.trim() ?? null),
        months: tidy.months,
        consent_version: consent.version,
        consent_text: consentText(tidy.relationship),
        given_at: now,
        ends_on: '',
        ended_at: null,
      };
      const kept = await db.tx(async (tx) => {
        const known = await delegationById(tx, row.id);
        if (known) return again(known, row);
        const errors = faultsOf(tidy, citizen.idNumber, surroundings.rules());
        if (errors.length > 0) refuse('invalid', { errors });
        row.ends_on = lastDay(
          dateInVietnam(now),
          tidy.months,
          tidy.relationship === 'child' ? tidy.birthDate : undefined,
        );
        if (!(await insertDelegation(tx, row))) refuse('idempotency-conflict');
        if ((await heldBy(tx, citizen.id, surroundings.today())).length > MOST_HELD) {
          const message = `Bạn đang làm giúp ${String(MOST_HELD)} người. Dừng làm giúp một người rồi thêm lại.`;
          refuse('invalid', { errors: [{ path: 'id', code: 'too-many', message }] });
        }
        await tellBoth(tx, notify, row, 'begun');
        return row;
      });
      return { status: 201, body: delegationView(kept) };
    },

    async endDelegation({ params, caller: { citizen } }) {
      await db.tx(async (tx) => {
        const row = await delegationById(tx, params.delegationId, { lock: true });
        const isSubject = row?.id_number === citizen.idNumber && row.birth_date === citizen.birthDate;
        if (!row || (row.citizen_id !== citizen.id && !isSubject)) refuse('not-found');
        if (row.ended_at === null) await end(tx, row, 'ended');
      });
      return { status: 204 };
    },
  };
}

/** The same request again gets the same delegation; another's id does not exist, other facts under it are a conflict. */
function again(known: DelegationRow, wanted: DelegationRow): DelegationRow {
  if (known.citizen_id !== wanted.citizen_id) refuse('not-found');
  const facts = ({ full_name, birth_date, id_number, relationship, evidence, months }: DelegationRow) =>
    JSON.stringify([full_name, birth_date, id_number, relationship, evidence, months]);
  return facts(known) === facts(wanted) ? known : refuse('idempotency-conflict');
}
