import { randomUUID } from 'node:crypto';
import { photoMetadata, potholeReport, TAN_NINH } from './field-report.ts';
import type { Belongings, Sample } from './operation-samples.ts';
import { smallJpeg } from './sample-papers.ts';
import { TEST_INTEGRATION_KEY } from './test-server.ts';

const TUS = { 'tus-resumable': '1.0.0' };

/** One well-formed request for every operation about field reports. */
export const reportSamples = {
  listReportCategories: () => ({ url: '/report-categories' }),
  listReports: () => ({ url: '/reports?category=o-ga-mat-duong&open=true' }),
  sendReport: () => {
    const body = potholeReport();
    return { url: '/reports', body, headers: { 'idempotency-key': body.id } };
  },
  findReportsNearby: () => ({
    url: `/reports/nearby?lat=${TAN_NINH.lat}&lng=${TAN_NINH.lng}&category=o-ga-mat-duong`,
  }),
  mapReports: () => ({ url: '/reports/map?south=11&west=106&north=11.5&east=106.5&zoom=11' }),
  readReport: ({ publicReport }) => ({ url: `/reports/${publicReport.id}` }),
  readReportPhoto: ({ publicReport }) => ({ url: `/reports/${publicReport.id}/photos/${publicReport.fileId}` }),
  followReport: ({ publicReport }) => ({ url: `/reports/${publicReport.id}/following` }),
  unfollowReport: ({ publicReport }) => ({ url: `/reports/${publicReport.id}/following` }),
  decodePlace: ({ phone }) => ({
    url: '/places/decoded',
    body: { accessToken: phone.zaloToken(), locationToken: phone.locationToken() },
  }),
  findCommunesAt: () => ({ url: `/places/communes?lat=${TAN_NINH.lat}&lng=${TAN_NINH.lng}` }),
  listMyReports: () => ({ url: '/my-reports' }),
  readMyReport: ({ report }) => ({ url: `/my-reports/${report.id}`, owned: true }),
  clarifyReport: ({ report }) => ({
    url: `/my-reports/${report.id}/clarification`,
    body: { words: 'Gần cây xăng', files: [] },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  reopenReport: ({ report }) => ({
    url: `/my-reports/${report.id}/reopening`,
    body: { words: 'Vẫn còn', files: [] },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  rateReport: ({ report }) => ({ url: `/my-reports/${report.id}/rating`, body: { score: 4 }, owned: true }),
  readOutboxKey: () => ({ url: '/outbox-key' }),
  createReportFile: ({ report }) => ({
    url: '/report-files',
    headers: {
      ...TUS,
      'upload-length': '4',
      'upload-metadata': photoMetadata({ reportId: report.id, bytes: Buffer.from('abcd'), role: 'clarification' }),
    },
    owned: true,
  }),
  readReportFileOffset: ({ report }) => ({ url: `/report-files/${report.fileId}`, headers: TUS, owned: true }),
  appendReportFile: ({ report }) => ({
    url: `/report-files/${report.fileId}`,
    headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': '0' },
    owned: true,
  }),
  deleteReportFile: ({ report }) => ({ url: `/report-files/${report.fileId}`, headers: TUS, owned: true }),
  readReportFileContent: ({ report }) => ({ url: `/report-files/${report.fileId}/content`, owned: true }),
  discoverOpen311: () => ({ url: '/open311/discovery.xml' }),
  listOpen311Services: () => ({ url: '/open311/v2/services.json' }),
  readOpen311Service: () => ({ url: '/open311/v2/services/o-ga-mat-duong.json' }),
  listOpen311Requests: () => ({ url: '/open311/v2/requests.json?service_code=o-ga-mat-duong&status=open' }),
  createOpen311Request: () => ({
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(
      new URLSearchParams({
        ...{ api_key: TEST_INTEGRATION_KEY, service_code: 'o-ga-mat-duong' },
        ...{ lat: String(TAN_NINH.lat), long: String(TAN_NINH.lng), description: 'Ổ gà', 'attribute[size]': 'o2' },
      }).toString(),
    ),
  }),
  readOpen311Request: ({ publicReport }) => ({ url: `/open311/v2/requests/${publicReport.code}.json` }),
  readOpen311Token: ({ publicReport }) => ({ url: `/open311/v2/tokens/${publicReport.id}.json` }),
  listReportsForOffice: () => ({ url: '/integration/reports?state=received' }),
  readReportForOffice: ({ report }) => ({ url: `/integration/reports/${report.code}?purpose=kiem%20tra` }),
  readReportFileForOffice: ({ report }) => ({
    url: `/integration/reports/${report.code}/files/${report.fileId}?purpose=kiem%20tra`,
  }),
  moveReport: ({ report }) => ({
    url: `/integration/reports/${report.code}/transitions`,
    body: { to: 'assigned', by: 'Phường Tân Ninh' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  noteReport: ({ report }) => ({
    url: `/integration/reports/${report.code}/notes`,
    body: { internalNote: 'Đã gọi đội đường', by: 'Phường Tân Ninh' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  publishReport: ({ report }) => ({
    url: `/integration/reports/${report.code}/publication`,
    body: { title: 'Ổ gà lớn', photos: [] },
  }),
  hideReport: ({ report }) => ({ url: `/integration/reports/${report.code}/publication` }),
  mergeReport: ({ report, publicReport }) => ({
    url: `/integration/reports/${report.code}/merging`,
    body: { into: publicReport.code, by: 'Phường Tân Ninh' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  handInReportPhoto: ({ report }) => ({
    url: `/integration/reports/${report.code}/after-photos`,
    body: smallJpeg,
    headers: { 'idempotency-key': randomUUID(), 'content-type': 'image/jpeg' },
  }),
} satisfies Readonly<Record<string, (of: Belongings) => Sample>>;
