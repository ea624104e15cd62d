import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../../../test/support/birth-draft.ts';
import { potholeReport, reportDesk, sendPhoto, sendReport } from '../../../test/support/field-report.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

const OWNER = 'Nguyen Thi Anh';
const PHONE = 'SM-A155F';
const LATITUDE = '11.315311';

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/**
 * A photo with everything that phones write into one: EXIF with position, owner and a thumbnail of its own, XMP, IPTC, a
 * comment, and a second picture behind the end of the first (as motion photos and portraits have it).
 */
async function photoOfAPhone(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 20 };
  const create = { width: 800, height: 600, channels: 3 as const, background: '#888888', noise };
  const withExif = await sharp({ create })
    .withExif({
      IFD0: { Make: 'Samsung', Model: PHONE, Artist: OWNER, Copyright: OWNER, DateTime: '2026:11:09 07:15:00' },
      IFD2: { CameraOwnerName: OWNER, BodySerialNumber: 'R58N123456' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '11/1 18/1 5508/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 6/1 1008/100',
      },
    })
    .jpeg()
    .toBuffer();
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="${LATITUDE}N" dc:creator="${OWNER}"/></x:xmpmeta>`;
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x13\x1c\x02\x50\0\x0e', 'latin1'),
    Buffer.from(OWNER),
  ]);
  const behind = await sharp({ create: { ...create, width: 64, height: 48 } })
    .withExif({ IFD0: { Artist: OWNER } })
    .jpeg()
    .toBuffer();
  return Buffer.concat([
    withExif.subarray(0, 2),
    segment(0xe1, Buffer.from(xmp, 'latin1')),
    segment(0xed, iptc),
    segment(0xfe, Buffer.from(`${OWNER} ${LATITUDE}`)),
    withExif.subarray(2),
    behind,
  ]);
}

/** Markers of a JPEG up to its picture, and how many bytes lie behind its end. */
function anatomy(jpeg: Buffer): { markers: number[]; behind: number } {
  const markers: number[] = [];
  let at = 2;
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    markers.push(jpeg[at + 1] ?? 0);
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return { markers, behind: jpeg.length - (jpeg.indexOf(Buffer.from([0xff, 0xd9]), at) + 2) };
}
/** APP1 (EXIF, XMP), APP13 (IPTC), COM. */
const telling = [0xe1, 0xed, 0xfe];

let server: TestServer;
let anh: TestPhone;
let url: string;
beforeAll(async () => {
  server = await buildTestServer();
  url = await listen(server);
  anh = await (await server.phone('anh').open()).giveContact();
});
afterAll(() => server.close());

test('position, owner, phone and the picture behind the picture reach nobody', async () => {
  const bytes = await photoOfAPhone();
  // The sample tells all that it should, or the rest would prove nothing.
  for (const secret of [OWNER, PHONE, LATITUDE]) expect(bytes.includes(secret), secret).toBe(true);
  expect(anatomy(bytes).markers).toEqual(expect.arrayContaining(telling));
  expect(anatomy(bytes).behind).toBeGreaterThan(500);
  expect((await sharp(bytes).metadata()).exif).toBeDefined();

  const report = potholeReport();
  const fileId = await sendPhoto(url, anh, { reportId: report.id, bytes, name: `${OWNER}.jpg` });
  await server.deps.jobs.drain();
  const { body: sent } = await sendReport(anh, { ...report, files: [fileId] });
  const desk = reportDesk(server);
  await desk.publish(sent.code, { title: 'Ổ gà', photos: [{ id: fileId, regions: [] }] });
  const shown = await server.app.inject(`/open311/v2/requests/${sent.code}.json`);
  const [{ media_url }] = shown.json<[{ media_url: string }]>();

  const office = await server.app.inject({
    url: `/integration/reports/${sent.code}/files/${fileId}?purpose=xem%20anh`,
    headers: { authorization: `Bearer ${server.phone('phuc').token ?? ''}` },
  });
  expect(office.statusCode).toBe(401);
  for (const address of [
    `/reports/${report.id}/photos/${fileId}?size=small`,
    `/reports/${report.id}/photos/${fileId}?size=large`,
    new URL(media_url).pathname + new URL(media_url).search,
  ]) {
    const { rawPayload, statusCode } = await server.app.inject(address);
    expect(statusCode).toBe(200);
    for (const secret of [OWNER, PHONE, LATITUDE, 'Exif', 'GPS', 'R58N', '2026:11:09', 'ns.adobe']) {
      expect(rawPayload.includes(secret), `${address} ${secret}`).toBe(false);
    }
    const { markers, behind } = anatomy(rawPayload);
    expect(markers.filter((marker) => telling.includes(marker))).toEqual([]);
    expect(behind).toBe(0);
    const { exif, xmp, iptc, comments } = await sharp(rawPayload).metadata();
    expect([exif, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined]);
  }
  for (const path of [`/reports/${report.id}`, '/reports', '/open311/v2/requests.xml']) {
    expect((await server.app.inject(path)).body, path).not.toContain(OWNER);
  }
});
