import { randomUUID, randomBytes } from 'node:crypto';
import { canonicalJson, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { onceWithBytes } from '#core/idempotency';
import { refuse } from '#core/problem';
import { ScannerSilent } from '#core/scanner';
import { sha256 } from '#core/secrets';
import type { Sql } from '#db';
import type { Inspect, WalletDossiers } from './ports.ts';
import { insertResult } from './result-rows.ts';
import { noteViewing } from './viewings.ts';

export interface HandingIn {
  code: string;
  /** The office. */
  by: string;
  title: string | undefined;
  /** The integration key's name. */
  system: string;
  idempotencyKey: string;
  bytes: Buffer;
}

export interface HandedIn {
  documentId: string;
  size: number;
  sha256: string;
  state: Schemas['DossierState'];
}

interface KeptFile {
  key: string;
  size: number;
  sha256: string;
}

const NOT_TAKEN =
  'Chỉ nhận tệp PDF nguyên vẹn, không đặt mật khẩu, không chứa mã chạy. Hồ sơ chưa chuyển bước. Hãy xuất lại tệp rồi nộp lại.';

async function accountOf(sql: Sql, citizenId: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ account_id: string }>(
    'select account_id from identity_links where citizen_id = $1',
    [citizenId],
  );
  return rows[0]?.account_id;
}

/** An office hands in a result: looked into, kept, the dossier completed, the citizen told; all of it or nothing, once a key. */
export function createHandIn(deps: Deps, { inspect, dossiers }: { inspect: Inspect; dossiers: WalletDossiers }) {
  const { disk, notify } = deps;

  async function look(bytes: Buffer) {
    try {
      const seen = await inspect(bytes);
      if ('kept' in seen) return seen.kept;
      return refuse('file-refused', { errors: [{ path: 'file', code: seen.refused, message: NOT_TAKEN }] });
    } catch (error) {
      if (error instanceof ScannerSilent) return refuse('server-busy');
      throw error;
    }
  }

  async function keep(tx: Parameters<WalletDossiers['complete']>[0], act: HandingIn, file: KeptFile, now: Date) {
    const { code, by, system } = act;
    const dossier = await dossiers.complete(tx, { code, by, system }, now);
    const title = act.title?.trim() || dossier.procedureName;
    const id = randomUUID();
    await insertResult(tx, {
      id,
      citizen_id: dossier.citizenId,
      dossier_id: dossier.id,
      dossier_code: code,
      title,
      office: by,
      system,
      store_key: file.key,
      size: file.size,
      sha256: file.sha256,
      handed_in_at: now,
    });
    await noteViewing(tx, id, { what: 'handedIn', viewer: by, at: now });
    const accountId = await accountOf(tx, dossier.citizenId);
    if (accountId !== undefined) {
      await notify.tell(tx, {
        accountId,
        topic: 'dossier',
        title: `Có kết quả: ${title}`,
        body: `${by} đã trả kết quả hồ sơ ${code}. Mở để xem và tải về; giấy tờ được giữ trong ứng dụng.`,
        path: `/giay-to/${id}`,
        button: 'Xem kết quả',
        key: `result:${id}`,
      });
    }
    const handedIn: HandedIn = { documentId: id, size: file.size, sha256: file.sha256, state: dossier.state };
    return handedIn;
  }

  return async (act: HandingIn): Promise<HandedIn> => {
    await disk.assertRoom();
    const { bytes, sha256: hash } = await look(act.bytes);
    const file = { key: randomBytes(32).toString('hex'), size: bytes.length, sha256: hash };
    const { code, by, title, system, idempotencyKey: key } = act;
    const body = canonicalJson({ code, by, title: title ?? null, sha256: sha256(act.bytes) });
    const keyed = { owner: `system:${system}`, key, operation: 'handInResult', body };
    const answer = await onceWithBytes(deps, keyed, { storeKey: file.key, bytes }, async (tx, now) =>
      JSON.stringify(await keep(tx, act, file, now)),
    );
    return JSON.parse(answer) as HandedIn;
  };
}
