import type { Schemas } from '@dvc/contract';
import { hashOf } from '../../server/test/support/sample-papers.ts';
import { metadataHeader } from '../../server/test/support/send-upload.ts';
import { TestPhone, type Answer } from '../../server/test/support/test-phone.ts';
import type { Deed } from './dependencies.ts';
import { Abandoned, type Patience } from './patience.ts';
import type { Town } from './town.ts';
import type { Seen, Watch } from './watch.ts';

/** Somebody with a phone, who tries again until there is an answer. */
export interface Person {
  id: string;
  phone: TestPhone;
  enter: () => Promise<void>;
  contact: () => Promise<void>;
  link: () => Promise<void>;
  /** Of money this person wants to hear by text message. */
  declineZns: () => Promise<void>;
  /** A request with this person's session, which is opened anew when it is over. */
  call: <T>(
    deed: Deed,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: { body?: object; headers?: Record<string, string> },
  ) => Promise<Answer<T>>;
  /** Sends a file in pieces and goes on where it was cut; answers its id. */
  upload: (deed: Deed, endpoint: string, about: Record<string, string>, bytes: Buffer) => Promise<string>;
  patience: Patience;
}

const TUS = { 'tus-resumable': '1.0.0' };

export function createPerson(
  id: string,
  { town, watch, patience }: { town: Town; watch: Watch; patience: Patience },
): Person {
  const { world } = town.emulator;
  const phone = new TestPhone(watch.inject, world, id);
  const citizenNumber = world.people.get(id)?.citizenNumber ?? '';
  const cry = (what: string): void => void watch.found.add(what);

  async function enter(): Promise<void> {
    const { body } = await patience.insist('enter', () =>
      phone.call<Schemas['Session']>('POST', '/session', { body: { accessToken: phone.zaloToken() } }),
    );
    phone.token = body.token;
    assertSelf(body);
  }

  /** A session shows the person who opened it. */
  function assertSelf({ person: { idNumber } }: Schemas['Session']): void {
    if (idNumber !== null && !citizenNumber.endsWith(idNumber.slice(-4))) cry(`${id} sees somebody else: ${idNumber}`);
  }

  async function contact(): Promise<void> {
    await patience.insist('contact', () =>
      phone.call('POST', '/session/contact', {
        body: { accessToken: phone.zaloToken(), phoneToken: phone.phoneToken() },
      }),
    );
  }

  async function link(): Promise<void> {
    const linked = async () => {
      try {
        await phone.link(citizenNumber);
        return { status: 200, text: '' };
      } catch (error) {
        if (/no step-up: 401|not linked: 401/.test(String(error))) await enter();
        return { status: 0, text: String(error) };
      }
    };
    await patience.insist('link', linked);
    assertSelf((await call<Schemas['Session']>('read', 'GET', '/session')).body);
  }

  async function call<T>(
    deed: Deed,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options: { body?: object; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    for (let entered = 0; ; entered += 1) {
      const answer = await patience.insist(deed, () => phone.call<T>(method, path, options));
      if (answer.status !== 401 || entered === 2) return answer;
      await enter();
    }
  }

  async function declineZns(): Promise<void> {
    const choices = [{ topic: 'payment', channel: 'zns', wanted: false }];
    await call('read', 'PATCH', '/notice-choices', { body: { choices } });
  }

  const raw = (
    deed: Deed,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: Buffer,
  ): Promise<Seen> =>
    patience.insist(deed, () =>
      watch.ask({
        method,
        path,
        headers: { ...TUS, ...headers, authorization: `Bearer ${phone.token ?? ''}` },
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      }),
    );

  async function upload(deed: Deed, endpoint: string, about: Record<string, string>, bytes: Buffer): Promise<string> {
    const metadata = metadataHeader({ ...about, sha256: hashOf(bytes) });
    const length = { 'upload-length': String(bytes.length), 'upload-metadata': metadata };
    const created = await raw(deed, 'POST', endpoint, length);
    const place = created.headers.get('location');
    if (created.status !== 201 || place === null) throw new Abandoned(`upload: ${created.status}`);
    for (let offset = 0; offset < bytes.length;) {
      const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
      const sent = await raw(deed, 'PATCH', place, headers, bytes.subarray(offset));
      if (sent.status === 204) break;
      const asked = await raw(deed, 'HEAD', place, {});
      if (asked.status !== 200) throw new Abandoned(`upload: ${sent.status}, then ${asked.status}`);
      offset = Number(asked.headers.get('upload-offset'));
    }
    return place.slice(place.lastIndexOf('/') + 1);
  }

  return { id, phone, enter, contact, link, declineZns, call, upload, patience };
}
