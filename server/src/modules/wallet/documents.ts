import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { ApologyLetter, FeeReceipt, Receipt, WalletDossiers, WalletSources } from './ports.ts';
import { ownResult, resultsOf, type ResultRow } from './result-rows.ts';

type Summary = Schemas['DocumentSummary'];

/** A document as it is kept: bytes of an office's, or a receipt or letter that is drawn when it is wanted. */
export type OwnDocument =
  | { about: Summary; result: ResultRow; receipt?: undefined; letter?: undefined; fee?: undefined }
  | { about: Summary; receipt: Receipt; result?: undefined; letter?: undefined; fee?: undefined }
  | { about: Summary; letter: ApologyLetter; result?: undefined; receipt?: undefined; fee?: undefined }
  | { about: Summary; fee: FeeReceipt; result?: undefined; receipt?: undefined; letter?: undefined };

/** Of each kind. */
const MOST = 100;

const ofResult = (row: ResultRow): Summary => ({
  id: row.id,
  kind: 'result',
  title: row.title,
  office: row.office,
  issuedAt: row.handed_in_at.toISOString(),
  dossierId: row.dossier_id,
  dossierCode: row.dossier_code,
});

const ofReceipt = (receipt: Receipt): Summary => ({
  id: receipt.dossierId,
  kind: 'receipt',
  title: receipt.procedureName,
  office: receipt.office,
  issuedAt: receipt.receivedAt,
  dossierId: receipt.dossierId,
  dossierCode: receipt.code,
});

const ofLetter = (letter: ApologyLetter): Summary => ({
  id: letter.id,
  kind: 'apology',
  title: letter.procedureName,
  office: letter.office,
  issuedAt: letter.madeAt.toISOString(),
  dossierId: letter.dossierId,
  dossierCode: letter.code,
});

const ofFee = (fee: FeeReceipt): Summary => ({
  id: fee.id,
  kind: 'feeReceipt',
  title: fee.title,
  office: fee.office,
  issuedAt: fee.issuedAt.toISOString(),
  dossierId: fee.dossierId,
  dossierCode: fee.dossierCode,
  orderCode: fee.orderCode,
});

/** Says of each document for whom its dossier was sent, where that was another. */
async function withPerson(sql: Sql, items: readonly Summary[], dossiers: WalletDossiers): Promise<Summary[]> {
  const ids = items.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId]));
  const people = await dossiers.actedFor(sql, [...new Set(ids)]);
  return items.map((item) => {
    const actingFor = item.dossierId === null ? undefined : people.get(item.dossierId);
    return actingFor === undefined ? item : { ...item, actingFor };
  });
}

/** Somebody's own document; another's is undefined, as if it did not exist. */
export async function ownDocument(
  sql: Sql,
  wanted: { documentId: string; citizenId: string },
  dossiers: WalletSources,
): Promise<OwnDocument | undefined> {
  const found = await findOwn(sql, wanted, dossiers);
  if (!found) return undefined;
  const [about] = await withPerson(sql, [found.about], dossiers);
  return about && { ...found, about };
}

async function findOwn(
  sql: Sql,
  { documentId, citizenId }: { documentId: string; citizenId: string },
  dossiers: WalletSources,
): Promise<OwnDocument | undefined> {
  const result = await ownResult(sql, documentId, citizenId);
  if (result) return { about: ofResult(result), result };
  const receipt = await dossiers.receipt(sql, documentId, citizenId);
  if (receipt) return { about: ofReceipt(receipt), receipt };
  const letter = await dossiers.letter(sql, documentId, citizenId);
  if (letter) return { about: ofLetter(letter), letter };
  const fee = await dossiers.feeReceipt(sql, documentId, citizenId);
  return fee && { about: ofFee(fee), fee };
}

export async function documentsOf(sql: Sql, citizenId: string, dossiers: WalletSources) {
  const results = await resultsOf(sql, citizenId, MOST + 1);
  const receipts = await dossiers.receiptsOf(sql, citizenId, MOST + 1);
  const letters = await dossiers.lettersTo(sql, citizenId, MOST + 1);
  const fees = await dossiers.feeReceiptsOf(sql, citizenId, MOST + 1);
  const items = [
    ...results.slice(0, MOST).map(ofResult),
    ...receipts.slice(0, MOST).map(ofReceipt),
    ...letters.slice(0, MOST).map(ofLetter),
    ...fees.slice(0, MOST).map(ofFee),
  ];
  items.sort((a, b) => b.issuedAt.localeCompare(a.issuedAt));
  return {
    items: await withPerson(sql, items, dossiers),
    more: [results, receipts, letters, fees].some(({ length }) => length > MOST),
  };
}
