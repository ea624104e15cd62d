import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { operations, Schemas } from '../../contract/index.ts';
import { REPORT_DESK_KEY } from '../../emulator/src/identity.ts';
import { expect } from './journey.ts';
import { linkInto } from './linking.ts';
import type { Phone } from './phone.ts';
import { committeeOf, someCommune, someSpot } from './province.ts';
import type { Stack } from './stack.ts';

/** Degrees, minutes and hundredths of seconds, as cameras write them. */
function exifAngle(degrees: number): string {
  const hundredths = Math.round(degrees * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor(hundredths / 6_000) % 60}/1 ${hundredths % 6_000}/100`;
}

/** A photo from a camera that wrote down where it stood: in the middle of one of the province's communes. */
export function streetPhoto(seed = 1): Promise<Buffer> {
  return sharp({
    create: {
      ...{ width: 1600, height: 1200, channels: 3, background: '#8a9097' },
      noise: { type: 'gaussian', mean: 110 + seed, sigma: 12 },
    },
  })
    .withExif({
      IFD0: { Make: 'Sample', Model: 'Camera of Ba Bình' },
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: exifAngle(someSpot.lat) },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: exifAngle(someSpot.lng) },
      },
    })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** The form, open, with its list of categories. */
export async function openReportForm(phone: Phone): Promise<void> {
  await phone.openLink(await linkInto(phone, '/phan-anh/gui'));
  await expect(phone.app.getByRole('heading', { level: 1, name: 'Gửi phản ánh' })).toBeVisible({ timeout: 20_000 });
  await expect(phone.app.getByRole('radio', { name: 'Đường sá' })).toBeAttached();
}

export async function takePhoto({ app }: Phone, seed = 1): Promise<void> {
  await app
    .getByLabel('Chụp ảnh')
    .setInputFiles({ name: `anh-${String(seed)}.jpg`, mimeType: 'image/jpeg', buffer: await streetPhoto(seed) });
  await expect(app.getByRole('img', { name: 'Ảnh 1' })).toBeVisible({ timeout: 15_000 });
}

export async function choosePothole({ app }: Phone): Promise<void> {
  await app.getByRole('radio', { name: 'Đường sá' }).check();
  await app.getByRole('radio', { name: 'Mặt đường hư, ổ gà' }).check();
}

export async function writeWords({ app }: Phone, words: string): Promise<void> {
  await app.getByRole('textbox', { name: /Nói thêm/ }).fill(words);
}

/** The code on the screen, once the server has it. */
export async function codeShown({ app }: Phone): Promise<string> {
  const line = app.getByText(/^Mã: PA-/).last();
  await expect(line).toBeVisible({ timeout: 30_000 });
  return (await line.innerText()).replace('Mã: ', '').trim();
}

type Publishing = operations['publishReport']['requestBody']['content']['application/json'];

/** The office where reports arrive, by the integration API. */
export function reportDesk({ serverUrl }: Stack) {
  async function call<Answer>(method: string, path: string, body?: object | Buffer): Promise<Answer> {
    const isPhoto = Buffer.isBuffer(body);
    const response = await fetch(`${serverUrl}/integration/reports${path}`, {
      method,
      headers: {
        ...{ authorization: `Bearer ${REPORT_DESK_KEY}`, 'idempotency-key': randomUUID() },
        ...(body === undefined ? {} : { 'content-type': isPhoto ? 'image/jpeg' : 'application/json' }),
      },
      body: body === undefined ? null : isPhoto ? new Uint8Array(body) : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
  const by = committeeOf(someCommune);
  return {
    all: () => call<{ items: { code: string; words: string }[] }>('GET', '?limit=50'),
    read: (code: string) => call<Schemas['OfficeReport']>('GET', `/${code}?purpose=xem`),
    move: (code: string, to: Schemas['ReportState'], note?: string) =>
      call<Schemas['OfficeReport']>('POST', `/${code}/transitions`, {
        to,
        by,
        ...(note === undefined ? {} : { note }),
      }),
    handInPhoto: (code: string, photo: Buffer) => call<Schemas['ReportFile']>('POST', `/${code}/after-photos`, photo),
    publish: (code: string, body: Publishing) => call<Schemas['OfficeReport']>('PUT', `/${code}/publication`, body),
  };
}

/** How many sealed parts of something being written, words and photos, lie on the phone. */
export async function partsBeingWritten(phone: Phone, kind: string): Promise<number> {
  const keys = Object.keys(await phone.control.nativeStorage(phone.id));
  return keys.filter((key) => key.includes(`unfinished.${kind}.`) && /\.\d+$/.test(key)).length;
}
