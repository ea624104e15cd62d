import type { Schemas } from '@dvc/contract';
import { canonicalJson } from '@dvc/contract';
import type { Answers } from '@dvc/contract/forms';
import type { ReceiptSigner } from '#core/receipt-signer';
import { sha256 } from '#core/secrets';
import type { KeptFile } from './ports.ts';

type Receipt = Schemas['Receipt'];

export interface Acknowledged extends Omit<Receipt, 'answersHash' | 'files' | 'jws' | 'receivedAt'> {
  receivedAt: Date;
  answers: Answers;
  files: KeptFile[];
}

/** Signs what was acknowledged. Hashes stand for answers and files, so a receipt can be shown without giving them away. */
export async function writeReceipt({ answers, ...facts }: Acknowledged, signer: ReceiptSigner): Promise<Receipt> {
  const unsigned: Omit<Receipt, 'jws'> = {
    ...facts,
    receivedAt: facts.receivedAt.toISOString(),
    answersHash: sha256(canonicalJson(answers)),
    files: facts.files.map(({ name, paperId, size, sha256: hash }) => ({ name, paperId, size, sha256: hash })),
  };
  return { ...unsigned, jws: await signer.sign(canonicalJson(unsigned)) };
}
