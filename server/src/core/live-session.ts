import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { Account, LiveSession, VerifiedCitizen } from './handler.ts';
import { maskIdNumber, maskPhone } from './masking.ts';
import { refuse } from './problem.ts';
import { sha256 } from './secrets.ts';

/** Who a token belongs to. */
export interface Bearer {
  session: LiveSession;
  account: Account;
  citizen: VerifiedCitizen | undefined;
}

interface BearerRow {
  expires_at: Date;
  account_id: string;
  zalo_id: string;
  zalo_name: string | null;
  phone: string | null;
  citizen_id: string | null;
  id_number: string;
  full_name: string;
  birth_date: string | null;
  address: string | null;
  assurance: string | null;
  linked_at: Date;
}

/** The live session of a token, with what its account is at this moment; undefined when unknown or too old. */
export async function findBearer(sql: Sql, token: string, now: Date): Promise<Bearer | undefined> {
  const { rows } = await sql.query<BearerRow>(
    `select s.expires_at, a.id as account_id, a.zalo_id, a.zalo_name, a.phone,
            c.id as citizen_id, c.id_number, c.full_name, c.birth_date, c.address, c.assurance, l.linked_at
       from sessions s
       join accounts a on a.id = s.account_id
       left join identity_links l on l.account_id = a.id
       left join citizens c on c.id = l.citizen_id
      where s.token_hash = $1 and s.expires_at > $2`,
    [sha256(token), now],
  );
  const row = rows[0];
  if (!row) return undefined;
  return {
    session: { token, expiresAt: row.expires_at },
    account: { id: row.account_id, zaloId: row.zalo_id, zaloName: row.zalo_name, phone: row.phone },
    citizen:
      row.citizen_id === null
        ? undefined
        : {
            id: row.citizen_id,
            idNumber: row.id_number,
            fullName: row.full_name,
            birthDate: row.birth_date,
            address: row.address,
            assurance: row.assurance,
            linkedAt: row.linked_at,
          },
  };
}

/** 0 a visitor, 1 gave a phone, 2 is linked to the provincial ID as well. */
export function levelOf({ account, citizen }: Pick<Bearer, 'account' | 'citizen'>): 0 | 1 | 2 {
  if (account.phone === null) return 0;
  return citizen ? 2 : 1;
}

/** The session as the phone may see it, read anew. Refuses `session-expired` when it ended meanwhile: Zalo can be slow. */
export async function describeSession(sql: Sql, token: string, now: Date): Promise<Schemas['Session']> {
  const bearer = await findBearer(sql, token, now);
  if (!bearer) return refuse('session-expired');
  const { account, citizen, session } = bearer;
  const { rows } = await sql.query<{ unread: number }>(
    'select count(*) as unread from notifications where account_id = $1 and read_at is null',
    [account.id],
  );
  return {
    token,
    expiresAt: session.expiresAt.toISOString(),
    level: levelOf(bearer),
    person: {
      zaloName: account.zaloName,
      phone: account.phone && maskPhone(account.phone),
      fullName: citizen?.fullName ?? null,
      idNumber: citizen ? maskIdNumber(citizen.idNumber) : null,
      linkedAt: citizen?.linkedAt.toISOString() ?? null,
    },
    unread: rows[0]?.unread ?? 0,
  };
}
