import { randomUUID } from 'node:crypto';
import { minutes } from '#core/clock';
import { contentHeaders } from '#core/content-headers';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { keptBytes } from '#core/kept-bytes';
import { createPlainPage } from '#core/plain-page';
import { refuse } from '#core/problem';
import { printApology } from './apology-paper.ts';
import { documentsOf, ownDocument, type OwnDocument } from './documents.ts';
import { holderOf } from './holder.ts';
import { createCheckPages } from './pages.ts';
import type { WalletSources } from './ports.ts';
import { openSeal, sealReceipt } from './receipt-seal.ts';
import { printReceipt } from './receipt-paper.ts';
import { assertRecentLogin, loginCountsUntil } from '#core/recent-login';
import { endShare, findShare, forgetOldTickets, insertShare, issueTicket, takeTicket } from './tickets.ts';
import { noteViewing, viewingsOf } from './viewings.ts';

/** How a kind of document is named before its title. */
const kindWords = { result: '', receipt: 'Biên nhận: ', apology: 'Thư xin lỗi: ', feeReceipt: 'Biên lai: ' } as const;

/** Results, receipts and letters of a citizen. What is another's does not exist; its content leaves by addresses that work once. */
export function createWalletModule(deps: Deps, dossiers: WalletSources): ModuleHandlers<'wallet'> {
  const { clock, db, files, jobs, province, receipts, settings } = deps;
  const { PUBLIC_URL, RECENT_LOGIN_MINUTES } = settings;
  const pages = createCheckPages(createPlainPage(province, settings), province, `${PUBLIC_URL}/.well-known/jwks.json`);
  jobs.every('forget-old-tickets', minutes(10), () => forgetOldTickets(db, clock.now()));

  const own = async (documentId: string, citizenId: string): Promise<OwnDocument> =>
    (await ownDocument(db, { documentId, citizenId }, dossiers)) ?? refuse('not-found');

  const limits = () => ({ lasts: RECENT_LOGIN_MINUTES, now: clock.now() });
  const whoOf = ({ account, citizen }: { account: { id: string }; citizen: { id: string } }) => ({
    accountId: account.id,
    citizenId: citizen.id,
  });

  async function contentOf({ about, result, receipt, letter, fee }: OwnDocument, citizenId: string) {
    if (result) {
      // Somebody else's paper, or half of one, must never pass for theirs.
      const raw = await keptBytes(await files.read(result.store_key), result);
      return { raw, headers: contentHeaders(`${about.title}.pdf`, 'application/pdf', result.size) };
    }
    const sender = `${province.fullName}, ${province.appName}`;
    if (fee) {
      const raw = await dossiers.printFeeReceipt(db, fee.id, sender);
      return { raw, headers: contentHeaders(`Biên lai ${fee.orderCode}.pdf`, 'application/pdf', raw.length) };
    }
    if (letter) {
      const { fullName } = await holderOf(db, citizenId);
      const raw = await printApology({ letter, fullName, sender, hotline: province.contact.hotline });
      return { raw, headers: contentHeaders(`Thư xin lỗi ${letter.code}.pdf`, 'application/pdf', raw.length) };
    }
    const query = new URLSearchParams({ b: await sealReceipt(receipt, receipts) });
    const raw = await printReceipt({
      receipt,
      holder: await holderOf(db, citizenId),
      sender,
      checkUrl: `${PUBLIC_URL}/verify/receipt?${query.toString()}`,
    });
    return { raw, headers: contentHeaders(`Biên nhận ${receipt.code}.pdf`, 'application/pdf', raw.length) };
  }

  return {
    async listDocuments({ caller }) {
      return { status: 200, body: await documentsOf(db, caller.citizen.id, dossiers) };
    },

    async readDocument({ params, caller }) {
      const { about, result } = await own(params.documentId, caller.citizen.id);
      const until = result && (await loginCountsUntil(db, whoOf(caller), limits()));
      return {
        status: 200,
        body: {
          about,
          size: result?.size ?? null,
          sha256: result?.sha256 ?? null,
          login: { minutes: result ? RECENT_LOGIN_MINUTES : 0, until: until?.toISOString() ?? null },
          viewings: await viewingsOf(db, about.id),
        },
      };
    },

    async openDocument({ params, caller }) {
      const { about, result } = await own(params.documentId, caller.citizen.id);
      if (result) await assertRecentLogin(db, whoOf(caller), limits());
      const owned = { documentId: about.id, citizenId: caller.citizen.id };
      const { token, expiresAt } = await issueTicket(db, owned, clock.now());
      const url = `${PUBLIC_URL}/wallet/opened/${token}/giay-to.pdf`;
      return { status: 201, body: { url, expiresAt: expiresAt.toISOString() } };
    },

    async readOpened({ params }) {
      const now = clock.now();
      const owned = await takeTicket(db, params.ticket, now);
      const document = owned && (await ownDocument(db, owned, dossiers));
      if (!document) return { status: 410, ...pages.openedAlready() };
      const content = await contentOf(document, owned.citizenId);
      await noteViewing(db, document.about.id, { what: 'opened', at: now });
      return { status: 200, ...content };
    },

    async shareDocument({ params, body, caller }) {
      const { about, result } = await own(params.documentId, caller.citizen.id);
      if (result) await assertRecentLogin(db, whoOf(caller), limits());
      const now = clock.now();
      const share = {
        id: randomUUID(),
        documentId: about.id,
        citizenId: caller.citizen.id,
        audience: body.audience.trim(),
      };
      const { token, expiresAt } = await db.tx(async (tx) => {
        await noteViewing(tx, about.id, { what: 'shared', viewer: share.audience, at: now });
        return insertShare(tx, share, now);
      });
      const url = `${PUBLIC_URL}/verify/shared?ma=${token}`;
      return { status: 201, body: { id: share.id, url, audience: share.audience, expiresAt: expiresAt.toISOString() } };
    },

    async endShare({ params, caller }) {
      const { about } = await own(params.documentId, caller.citizen.id);
      const owned = { documentId: about.id, citizenId: caller.citizen.id };
      await db.tx(async (tx) => {
        const now = clock.now();
        const ended = await endShare(tx, params.shareId, owned, now);
        if (ended) await noteViewing(tx, about.id, { what: 'shareEnded', viewer: ended.audience, at: now });
      });
      return { status: 204 };
    },

    async checkShared({ query }) {
      const now = clock.now();
      const share = await findShare(db, query.ma);
      const document = share && (await ownDocument(db, share, dossiers));
      if (!document) return { status: 410, ...pages.over() };
      const { about, result } = document;
      const over = share.endedAt !== null || share.expiresAt <= now;
      await noteViewing(db, about.id, { what: over ? 'checkedLate' : 'checked', viewer: share.audience, at: now });
      if (over) return { status: 410, ...pages.over() };
      const { fullName } = await holderOf(db, share.citizenId);
      const page = pages.shared({
        title: `${kindWords[about.kind]}${about.title}`,
        office: about.office,
        issuedAt: new Date(about.issuedAt),
        code: about.dossierCode ?? about.orderCode ?? '',
        holder: fullName,
        audience: share.audience,
        until: share.expiresAt,
        sha256: result?.sha256 ?? null,
      });
      return { status: 200, ...page };
    },

    async checkReceipt({ query }) {
      const seal = await openSeal(query.b, receipts);
      const found = seal && (await dossiers.receiptByCode(db, seal.code));
      if (!found || !seal.matches(found.receipt)) return { status: 422, ...pages.forged() };
      const { receipt, citizenId } = found;
      await noteViewing(db, receipt.dossierId, { what: 'checkedPrint', at: clock.now() });
      return { status: 200, ...pages.receipt(receipt, (await holderOf(db, citizenId)).fullName) };
    },
  };
}
