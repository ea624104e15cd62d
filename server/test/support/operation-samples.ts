import { randomUUID } from 'node:crypto';
import { helpNumber, type OperationId, type Schemas } from '@dvc/contract';
import { BIRTH, BIRTH_PAPER, birthAnswers, DECLARED, uploadMetadata } from './birth-draft.ts';
import { pdf } from './sample-papers.ts';
import { bill, schoolBills } from './payments.ts';
import { askSamples } from './ask-samples.ts';
import { privacySamples } from './privacy-samples.ts';
import { newsSamples } from './news-samples.ts';
import { noticeSamples } from './notice-samples.ts';
import { numberSamples } from './number-samples.ts';
import { reportSamples } from './report-samples.ts';
import { storeSamples } from './store-samples.ts';
import type { TestPhone } from './test-phone.ts';

/** Things that belong to one person; what others are to find nothing of. */
export interface Belongings {
  phone: TestPhone;
  draft: Schemas['Draft'];
  fileId: string;
  dossierId: string;
  dossierCode: string;
  notificationId: string;
  delegationId: string;
  storeId: string;
  storeCode: string;
  studentId: string;
  billId: string;
  /** A paid order. */
  orderId: string;
  orderCode: string;
  mismatchId: string;
  /** A question of the owner's, still open; offices name it by its code. */
  questionId: string;
  questionCode: string;
  /** Sent with a question. */
  questionFile: { id: string; questionCode: string };
  /** One that everybody may read. */
  publishedId: string;
  appointment: Schemas['Appointment'];
  exportId: string;
  /** Of the dossier's receipt, shown to somebody. */
  shareId: string;
  /** Sent, and seen by nobody else. */
  report: { id: string; code: string; fileId: string };
  /** Everybody sees this one. */
  publicReport: { id: string; code: string; fileId: string };
}

export interface Sample {
  url: string;
  body?: object;
  headers?: Record<string, string>;
  /** The request names something of the owner's: to anybody else it does not exist. */
  owned?: true;
  /** It ends what others need: when the owner does everything, these come last, in this order. */
  destroys?: 1 | 2 | 3 | 4;
}

const TUS = { 'tus-resumable': '1.0.0' };
const CHALLENGE = 'x'.repeat(43);

/**
 * One well-formed request for every operation of the contract, naming the owner's things where it names any. An operation
 * without a line here does not compile, so no operation escapes levels.test.ts.
 */
export const operationSamples: Readonly<Record<OperationId, (of: Belongings) => Sample>> = {
  readSession: () => ({ url: '/session' }),
  createSession: ({ phone }) => ({ url: '/session', body: { accessToken: phone.zaloToken() } }),
  endSession: () => ({ url: '/session', destroys: 4 }),
  giveContact: ({ phone }) => ({
    url: '/session/contact',
    body: { accessToken: phone.zaloToken(), phoneToken: phone.phoneToken() },
  }),
  startStepUp: () => ({ url: '/identity/step-ups', body: { returnTo: '/ho-so', challenge: CHALLENGE } }),
  openStepUp: () => ({ url: '/identity/start?ticket=unknown' }),
  finishLogin: () => ({ url: '/identity/callback?state=unknown' }),
  linkIdentity: () => ({ url: '/identity/links', body: { code: 'unknown', verifier: '' } }),
  unlinkIdentity: () => ({ url: '/identity/links/mine', destroys: 3 }),
  listProcedures: () => ({ url: '/procedures?q=khai%20sinh' }),
  readProcedure: () => ({ url: `/procedures/${BIRTH}` }),
  readForm: ({ draft }) => ({ url: `/procedures/${BIRTH}/forms/${draft.formVersion}` }),
  listDrafts: () => ({ url: '/drafts' }),
  startDraft: ({ draft }) => ({ url: '/drafts', body: { id: draft.id, procedureCode: BIRTH }, owned: true }),
  readDraft: ({ draft }) => ({ url: `/drafts/${draft.id}`, owned: true }),
  saveDraft: ({ draft }) => ({
    url: `/drafts/${draft.id}`,
    body: { rev: draft.rev, formVersion: draft.formVersion, answers: birthAnswers(), oldAnswers: [], page: 'review' },
    owned: true,
  }),
  deleteDraft: ({ draft }) => ({ url: `/drafts/${draft.id}`, owned: true, destroys: 2 }),
  listDelegations: () => ({ url: '/delegations' }),
  createDelegation: () => ({
    url: '/delegations',
    body: {
      id: randomUUID(),
      fullName: 'Nguyễn Văn An',
      birthDate: '2018-05-01',
      relationship: 'child',
      months: 12,
      consentVersion: '2026-11-25',
    },
  }),
  endDelegation: ({ delegationId }) => ({ url: `/delegations/${delegationId}`, owned: true, destroys: 1 }),
  listDossiers: () => ({ url: '/dossiers' }),
  submitDossier: ({ draft }) => ({
    url: '/dossiers',
    body: { draftId: draft.id, rev: draft.rev, files: [], declaration: DECLARED },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  readDossier: ({ dossierId }) => ({ url: `/dossiers/${dossierId}`, owned: true }),
  readReceipt: ({ dossierId }) => ({ url: `/dossiers/${dossierId}/receipt`, owned: true }),
  withdrawDossier: ({ dossierId }) => ({
    url: `/dossiers/${dossierId}/withdrawal`,
    body: {},
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  rateDossier: ({ dossierId }) => ({ url: `/dossiers/${dossierId}/rating`, body: { score: 5 }, owned: true }),
  readSupplement: ({ dossierId }) => ({ url: `/dossiers/${dossierId}/supplement`, owned: true }),
  saveSupplement: ({ dossierId }) => ({
    url: `/dossiers/${dossierId}/supplement`,
    body: { requestId: randomUUID(), rev: 1, answers: {} },
    owned: true,
  }),
  sendSupplement: ({ dossierId }) => ({
    url: `/dossiers/${dossierId}/supplement`,
    body: { requestId: randomUUID(), rev: 1, files: [] },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  createFile: ({ draft }) => ({
    url: '/files',
    headers: {
      ...TUS,
      'upload-length': '4',
      'upload-metadata': uploadMetadata({ draftId: draft.id, bytes: Buffer.from('abcd'), paperId: BIRTH_PAPER }),
    },
    owned: true,
  }),
  deleteFile: ({ fileId }) => ({ url: `/files/${fileId}`, headers: TUS, owned: true, destroys: 1 }),
  appendFile: ({ fileId }) => ({
    url: `/files/${fileId}`,
    headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': '0' },
    owned: true,
  }),
  orderFiles: ({ draft, fileId }) => ({
    url: `/drafts/${draft.id}/file-order`,
    body: { files: [fileId] },
    owned: true,
  }),
  readFileOffset: ({ fileId }) => ({ url: `/files/${fileId}`, headers: TUS, owned: true }),
  readFileContent: ({ fileId }) => ({ url: `/files/${fileId}/content`, owned: true }),
  trackDossier: ({ dossierCode }) => ({ url: '/tracked-dossiers', body: { code: dossierCode, lastFour: '0001' } }),
  countMyThings: () => ({ url: '/my-things' }),
  countMyDossiers: () => ({ url: '/my-things/dossiers' }),
  listDocuments: () => ({ url: '/wallet/documents' }),
  readDocument: ({ dossierId }) => ({ url: `/wallet/documents/${dossierId}`, owned: true }),
  openDocument: ({ dossierId }) => ({ url: `/wallet/documents/${dossierId}/openings`, owned: true }),
  readOpened: () => ({ url: `/wallet/opened/${'x'.repeat(43)}/giay-to.pdf` }),
  shareDocument: ({ dossierId }) => ({
    url: `/wallet/documents/${dossierId}/shares`,
    body: { audience: 'Nhà trường' },
    owned: true,
  }),
  endShare: ({ dossierId, shareId }) => ({ url: `/wallet/documents/${dossierId}/shares/${shareId}`, owned: true }),
  checkShared: () => ({ url: '/verify/shared?ma=unknown' }),
  checkReceipt: () => ({ url: '/verify/receipt?b=unknown' }),
  handInResult: ({ dossierCode }) => ({
    url: `/integration/dossiers/${dossierCode}/results?by=UBND`,
    body: pdf(),
    headers: { 'idempotency-key': randomUUID(), 'content-type': 'application/pdf' },
  }),
  listStudents: () => ({ url: '/tuition/students' }),
  followStudent: () => ({ url: '/tuition/students', body: { studentCode: 'HS-0001', birthDate: '2018-05-01' } }),
  unfollowStudent: ({ studentId }) => ({ url: `/tuition/students/${studentId}`, owned: true, destroys: 1 }),
  readBill: ({ billId }) => ({ url: `/tuition/bills/${billId}`, owned: true }),
  payTuition: ({ billId }) => ({
    url: '/tuition/orders',
    body: { billIds: [billId] },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  importBills: () => ({ url: '/integration/tuition/bills', body: schoolBills([bill()]) }),
  listPayments: () => ({ url: '/payments' }),
  readPayment: ({ orderId }) => ({ url: `/payments/${orderId}`, owned: true }),
  openCheckout: ({ orderId }) => ({
    url: `/payments/${orderId}/checkout`,
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  reportCheckout: ({ orderId }) => ({ url: `/payments/${orderId}/checkout`, body: { seen: 'opened' }, owned: true }),
  checkPayment: ({ orderId }) => ({ url: `/payments/${orderId}/checks`, owned: true }),
  openFeeReceipt: ({ orderId }) => ({ url: `/payments/${orderId}/receipt`, owned: true }),
  refundPayment: ({ orderCode }) => ({
    url: `/integration/payments/${orderCode}/refund`,
    body: { reason: 'Trường thu nhầm', by: 'Kế toán' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  listMismatches: () => ({ url: '/integration/payment-mismatches' }),
  settleMismatch: ({ mismatchId }) => ({
    url: `/integration/payment-mismatches/${mismatchId}`,
    body: { decision: 'noted', note: 'Đã xem', by: 'Kế toán' },
  }),
  bringStatement: () => ({
    url: '/integration/payment-statements',
    body: { provider: 'checkout', from: '2026-11-25T00:00:00.000Z', until: '2026-11-25T01:00:00.000Z', rows: [] },
  }),
  readLedger: () => ({
    url: '/integration/ledger?from=2026-11-25T00:00:00.000Z&until=2026-11-26T00:00:00.000Z',
  }),
  readFeeReceipt: () => ({ url: `/payments/receipts/${'x'.repeat(43)}/bien-lai.pdf` }),
  payDossierFee: ({ dossierId }) => ({ url: `/dossiers/${dossierId}/fee-order`, owned: true }),
  receiveCheckoutCallback: () => ({
    url: '/payment-notices/checkout',
    body: { data: { orderId: 'unknown' }, mac: '', overallMac: '' },
  }),
  receiveCheckoutNotice: () => ({ url: '/payment-notices/checkout-method', body: { data: {}, mac: '' } }),
  receiveNationalPayment: () => ({
    url: '/payment-notices/national',
    body: {
      LoaiBanTin: '100',
      PhienBan: '1.0',
      MaDoiTac: 'X',
      MaThamChieu: 'HP261125-0001',
      SoTien: '1000',
      MaTienTe: 'VND',
      MaGiaoDich: 'X',
      MaNganHang: 'X',
      ThoiGianGD: '20261125080000',
      ThongTinGiaoDich: '',
      MaXacThuc: 'X',
    },
  }),
  searchEverything: () => ({ url: '/search?q=khai%20sinh' }),
  listRecentSearches: () => ({ url: '/search/recent' }),
  keepRecentSearch: () => ({ url: '/search/recent', body: { words: 'khai sinh' } }),
  forgetRecentSearches: () => ({ url: '/search/recent' }),
  listPlaces: () => ({ url: '/directory?topic=health' }),
  readPlace: () => ({ url: '/directory/nui-ba-den' }),
  importPlaces: () => ({
    url: '/integration/directory',
    body: {
      places: [
        { id: 'cho-mau', topic: 'office', kind: 'service', name: 'Chợ Mẫu', confidence: 'M', source: 'Người nhập' },
      ],
    },
  }),
  listAuthorities: () => ({ url: '/authorities?kind=commune' }),
  readAuthority: () => ({ url: '/authorities/25459' }),
  ...askSamples,
  listDossiersForOffice: () => ({ url: '/integration/dossiers' }),
  readDossierForOffice: ({ dossierCode }) => ({ url: `/integration/dossiers/${dossierCode}?purpose=kiem%20tra` }),
  helpWithDraft: ({ draft }) => ({ url: `/integration/draft-help/${helpNumber(draft.id).replaceAll(' ', '')}` }),
  moveDossier: ({ dossierCode }) => ({
    url: `/integration/dossiers/${dossierCode}/transitions`,
    body: { to: 'accepted', by: 'Phường Tân Ninh' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  askSupplement: ({ dossierCode }) => ({
    url: `/integration/dossiers/${dossierCode}/supplement-requests`,
    body: {
      by: 'Phường Tân Ninh',
      items: [{ kind: 'paper', about: 'Giấy chứng sinh', reason: 'Ảnh bị mờ.' }],
    },
    headers: { 'idempotency-key': randomUUID() },
  }),
  receiveDossierEvent: ({ dossierCode }) => ({
    url: '/integration/dossier-events',
    body: {
      eventId: randomUUID(),
      dossierCode,
      sequence: 1,
      occurredAt: '2026-11-25T08:00:00.000Z',
      to: 'accepted',
      by: 'Phường Tân Ninh',
    },
  }),
  retryForwarding: ({ dossierCode }) => ({ url: `/integration/dossiers/${dossierCode}/forwarding` }),
  listDossierMessages: ({ dossierCode }) => ({ url: `/integration/dossiers/${dossierCode}/messages` }),
  listDeadLetters: () => ({ url: '/integration/dead-letters' }),
  ...storeSamples,
  ...reportSamples,
  ...newsSamples,
  ...noticeSamples,
  ...numberSamples,
  ...privacySamples,
  readHealth: () => ({ url: '/healthz' }),
  readReadiness: () => ({ url: '/readyz' }),
  readMetrics: () => ({ url: '/metrics' }),
  readKeys: () => ({ url: '/.well-known/jwks.json' }),
};
