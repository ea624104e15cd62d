import type { Sql } from '#db';

/** The account of a Zalo person, if it is older than their word: who came back since has begun anew. */
export async function accountToErase(tx: Sql, zaloId: string, revokedAt: Date): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>('select id from accounts where zalo_id = $1 and created_at <= $2', [
    zaloId,
    revokedAt,
  ]);
  return rows[0]?.id;
}

interface Revocation {
  fingerprint: string;
  revokedAt: Date;
  state: 'erasing' | 'nobody';
  now: Date;
}

/** False when this word of Zalo's is known. */
export async function noteRevocation(tx: Sql, { fingerprint, revokedAt, state, now }: Revocation): Promise<boolean> {
  const { count } = await tx.query(
    `insert into revocations (fingerprint, revoked_at, received_at, state, ended_at) values ($1, $2, $3, $4, $5)
     on conflict (fingerprint) do nothing`,
    [fingerprint, revokedAt, now, state, state === 'nobody' ? now : null],
  );
  return count > 0;
}

export async function endRevocation(sql: Sql, fingerprint: string, now: Date): Promise<void> {
  await sql.query(`update revocations set state = 'erased', ended_at = $2 where fingerprint = $1`, [fingerprint, now]);
}
