import type { TestPhone } from './test-phone.ts';

const CHUNK = 256 * 1024;

/** `Upload-Metadata` of tus: keys with their values in base64. */
export const metadataHeader = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** Sends bytes over HTTP as tus 1.0 says, and answers the upload's id. */
export async function sendUpload(
  endpoint: string,
  phone: Pick<TestPhone, 'token'>,
  { metadata, bytes }: { metadata: string; bytes: Buffer },
): Promise<string> {
  const headers = { authorization: `Bearer ${phone.token ?? ''}`, 'tus-resumable': '1.0.0' };
  const created = await fetch(endpoint, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  if (created.status !== 201) throw new Error(`not created: ${created.status} ${await created.text()}`);
  const place = new URL(created.headers.get('location') ?? '', endpoint);
  for (let offset = 0; offset < bytes.length; offset += CHUNK) {
    const sent = await fetch(place, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(bytes.subarray(offset, offset + CHUNK)),
    });
    if (sent.status !== 204) throw new Error(`not taken: ${sent.status} ${await sent.text()}`);
  }
  return place.pathname.slice(place.pathname.lastIndexOf('/') + 1);
}
