import sharp from 'sharp';
import { expect, test } from 'vitest';
import { photoPlace } from './photo-place';

/** A real JPEG, as a phone's camera would write it. */
async function jpeg(gps?: Record<string, string>): Promise<File> {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } }).jpeg();
  const bytes = await (gps === undefined ? image : image.withExif({ IFD0: { Make: 'Máy' }, IFD3: gps })).toBuffer();
  return new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' });
}

const gps = (lat: string, latRef: string, lng: string, lngRef: string) => ({
  ...{ GPSLatitudeRef: latRef, GPSLatitude: lat, GPSLongitudeRef: lngRef, GPSLongitude: lng },
});

test('where the camera says it was', async () => {
  const place = await photoPlace(await jpeg(gps('11/1 18/1 5508/100', 'N', '106/1 6/1 1008/100', 'E')));
  expect(place?.lat).toBeCloseTo(11.3153, 4);
  expect(place?.lng).toBeCloseTo(106.1028, 4);
});

test('south and west are below zero', async () => {
  const place = await photoPlace(await jpeg(gps('34/1 30/1 0/1', 'S', '58/1 30/1 0/1', 'W')));
  expect(place).toEqual({ lat: -34.5, lng: -58.5 });
});

test('no position, an unknown one, or no photo at all: nothing is made up', async () => {
  expect(await photoPlace(await jpeg())).toBeUndefined();
  expect(await photoPlace(await jpeg(gps('0/1 0/1 0/1', 'N', '0/1 0/1 0/1', 'E')))).toBeUndefined();
  expect(await photoPlace(await jpeg(gps('0/0 0/0 0/0', 'N', '0/0 0/0 0/0', 'E')))).toBeUndefined();
  expect(await photoPlace(new File(['không phải ảnh'], 'x.jpg'))).toBeUndefined();
  expect(await photoPlace(new File([], 'x.jpg'))).toBeUndefined();
});

test('whatever a file claims, it is read without an error', async () => {
  const whole = new Uint8Array(await (await jpeg(gps('11/1 18/1 0/1', 'N', '106/1 6/1 0/1', 'E'))).arrayBuffer());
  for (let at = 0; at < Math.min(whole.length, 400); at += 7) {
    const broken = whole.slice();
    broken[at] = 0xff;
    await expect(photoPlace(new File([broken], 'x.jpg'))).resolves.not.toThrow();
    await expect(photoPlace(new File([whole.slice(0, at)], 'x.jpg'))).resolves.not.toThrow();
  }
});
