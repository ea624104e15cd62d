import type { TestPhone } from './test-phone.ts';

const CHUNK = 256 * 1024;

/** `Upload-Metadata` of tus: keys with their values in base64. */
export const metadataHeader = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

type Sender = Pick<TestPhone, 'token'>;

const headersOf = ({ token }: Sender) => ({ authorization: `Bearer ${token ?? ''}`, 'tus-resumable': '1.0.0' });

async function announce(
  endpoint: string,
  phone: Sender,
  { metadata, length }: { metadata: string; length: number },
): Promise<URL> {
  const created = await fetch(endpoint, {
    method: 'POST',
    headers: { ...headersOf(phone), 'upload-length': String(length), 'upload-metadata': metadata },
  });
  if (created.status !== 201) throw new Error(`not created: ${created.status} ${await created.text()}`);
  return new URL(created.headers.get('location') ?? '', endpoint);
}

const idOf = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);

/** Announces a file of which nothing is sent yet, and answers its id. */
export const beginUpload = async (
  endpoint: string,
  phone: Sender,
  file: { metadata: string; length: number },
): Promise<string> => idOf(await announce(endpoint, phone, file));

/** Sends bytes over HTTP as tus 1.0 says, and answers the upload's id. */
export async function sendUpload(
  endpoint: string,
  phone: Sender,
  { metadata, bytes }: { metadata: string; bytes: Buffer },
): Promise<string> {
  const place = await announce(endpoint, phone, { metadata, length: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += CHUNK) {
    const sent = await fetch(place, {
      method: 'PATCH',
      headers: {
        ...headersOf(phone),
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(bytes.subarray(offset, offset + CHUNK)),
    });
    if (sent.status !== 204) throw new Error(`not taken: ${sent.status} ${await sent.text()}`);
  }
  return idOf(place);
}
