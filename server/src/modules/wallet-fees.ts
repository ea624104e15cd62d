import type { Sql } from '#db';
import { dossierCodes } from './dossiers/fees.ts';
import { printWalletReceipt, walletReceipt, walletReceiptsOf, type WalletReceipt } from './payments/wallet-receipts.ts';
import type { FeeReceipt, WalletFees } from './wallet/ports.ts';

/** Receipts of fees out of the payments, with the codes of their dossiers, as the wallet shows them. */
async function withDossiers(sql: Sql, receipts: readonly WalletReceipt[]): Promise<FeeReceipt[]> {
  const dossierOf = ({ subject }: WalletReceipt): string => subject.split(':')[1] ?? '';
  const codes = await dossierCodes(sql, receipts.map(dossierOf));
  return receipts.map((receipt) => ({
    id: receipt.id,
    title: receipt.title,
    office: receipt.payeeName,
    dossierId: dossierOf(receipt),
    dossierCode: codes.get(dossierOf(receipt)) ?? '',
    issuedAt: receipt.issuedAt,
  }));
}

export const walletFees: WalletFees = {
  feeReceiptsOf: async (sql, citizenId, limit) => withDossiers(sql, await walletReceiptsOf(sql, citizenId, limit)),
  async feeReceipt(sql, id, citizenId) {
    const found = await walletReceipt(sql, id, citizenId);
    return found && (await withDossiers(sql, [found]))[0];
  },
  printFeeReceipt: printWalletReceipt,
};
