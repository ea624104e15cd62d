import type { Sql } from '#db';
import { dossierCodes } from './dossiers/fees.ts';
import { printWalletReceipt, walletReceipt, walletReceiptsOf, type WalletReceipt } from './payments/wallet-receipts.ts';
import type { FeeReceipt, WalletFees } from './wallet/ports.ts';

/** `fee:<dossier>:<number>`; a school's bill is no dossier's. */
const dossierOf = ({ subject }: WalletReceipt): string | null =>
  subject.startsWith('fee:') ? (subject.split(':')[1] ?? null) : null;

/** Receipts out of the payments, with the codes of their dossiers, as the wallet shows them. */
async function withDossiers(sql: Sql, receipts: readonly WalletReceipt[]): Promise<FeeReceipt[]> {
  const ids = receipts.map(dossierOf).filter((id) => id !== null);
  const codes = await dossierCodes(sql, ids);
  return receipts.map((receipt) => {
    const dossierId = dossierOf(receipt);
    return {
      id: receipt.id,
      title: receipt.title,
      office: receipt.payeeName,
      dossierId,
      dossierCode: dossierId === null ? null : (codes.get(dossierId) ?? null),
      orderCode: receipt.code,
      issuedAt: receipt.issuedAt,
    };
  });
}

export const walletFees: WalletFees = {
  feeReceiptsOf: async (sql, citizenId, limit) => withDossiers(sql, await walletReceiptsOf(sql, citizenId, limit)),
  async feeReceipt(sql, id, citizenId) {
    const found = await walletReceipt(sql, id, citizenId);
    return found && (await withDossiers(sql, [found]))[0];
  },
  printFeeReceipt: printWalletReceipt,
};
