import type { Lie, Whole } from './faulty-line.ts';
import type { Random } from '../faults/random.ts';

/** In every lie, so that it can be looked for where it must not be. */
export const LIAR = 'Lê Thị Dối';
const LONG = `${LIAR} `.repeat(10_000);
const NUL = `${LIAR}\u0000`;
/** Neither a length, a moment, nor an amount that anybody can have. */
const numbers = [-1, 0.5, 1e300, -1e300, '9'.repeat(400), 'soon', null, {}];
const texts = [NUL, LONG, '', 7, null, ['a'], { text: 'a' }, '\ud800'];

type Fields = Record<string, unknown>;

function json({ status, headers }: Whole, body: unknown): Whole {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** Puts something else where one of these fields is, wherever in the answer. */
function spoil(whole: Whole, fields: Readonly<Record<string, readonly unknown[]>>, random: Random): Whole | undefined {
  let body: unknown;
  try {
    body = JSON.parse(whole.body.toString('utf8'));
  } catch {
    return undefined;
  }
  const places: [Fields, string][] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name in fields) places.push([value as Fields, name]);
      look(inner);
    }
  };
  look(body);
  if (places.length === 0) return undefined;
  const [within, name] = random.oneOf(places);
  within[name] = random.oneOf(fields[name] ?? texts);
  return json(whole, body);
}

const spoiling =
  (fields: Readonly<Record<string, readonly unknown[]>>) =>
  (random: Random): Lie =>
  (whole) =>
    spoil(whole, fields, random);

/** Another key under the name of the one that signed; a number of 2048 bits is one, whoever made it. */
const otherKey = Buffer.alloc(256, 0xc5).toString('base64url');

/** The provincial ID: each of its answers is one of openid's, and each is spoilt in what makes it believable. */
const identity =
  (random: Random): Lie =>
  (whole, { path }) => {
    const at = path.split('?')[0] ?? '';
    if (at.endsWith('/openid-configuration')) {
      const elsewhere = 'http://127.0.0.1:9/';
      return spoil(
        whole,
        {
          issuer: [elsewhere, LONG],
          token_endpoint: [elsewhere, 7],
          jwks_uri: [elsewhere, NUL],
          authorization_endpoint: [7, ''],
        },
        random,
      );
    }
    if (at.includes('jwks')) return spoil(whole, { n: [otherKey], kid: ['other', LONG] }, random);
    if (at.endsWith('/token')) return spoil(whole, { id_token: ['a.b.c', 7, LONG], access_token: texts }, random);
    if (at.endsWith('/me') || at.includes('userinfo')) {
      return spoil(
        whole,
        { sub: ['somebody-else', 7, LONG], name: texts, preferred_username: texts, birthdate: texts },
        random,
      );
    }
    return undefined;
  };

/** The same length, other bytes. */
const otherBytes =
  (): Lie =>
  (whole, { method }) =>
    method === 'GET' && whole.status === 200 && whole.body.length > 0
      ? { ...whole, body: Buffer.alloc(whole.body.length, LIAR) }
      : undefined;

const feed =
  (random: Random): Lie =>
  (whole) => ({
    ...whole,
    body: Buffer.from(
      random.oneOf([
        `<rss><channel><title>${NUL}</title><item><guid>${LONG}</guid><title>${NUL} tin</title><description>${LONG}</description></item>`,
        `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(999)}">]><rss><channel><item><title>&a;&a;</title></item></channel></rss>`,
        '<rss>'.repeat(100_000),
      ]),
    ),
  });

/** What can be spoilt in a dependency's own answers, by its name. */
export const lies: Readonly<Record<string, (random: Random) => Lie>> = {
  'zalo-graph': spoiling({
    id: texts,
    name: texts,
    user_id_by_oa: texts,
    number: texts,
    data: texts,
    error: ['no', {}],
  }),
  'zalo-oauth': spoiling({ access_token: [7, null, {}], refresh_token: [7, null, {}], expires_in: numbers }),
  'zalo-oa': spoiling({ message_id: texts, data: texts }),
  'zalo-zns': spoiling({ msg_id: texts, data: texts }),
  sms: spoiling({ messageId: texts }),
  checkout: spoiling({ amount: numbers, returnCode: numbers, transId: texts, extradata: texts, isProcessing: texts }),
  national: spoiling({
    SoTien: ['1', '9'.repeat(15), ...numbers],
    MaXacThuc: texts,
    MaGiaoDich: texts,
    TrangThaiGD: ['1'],
  }),
  'provincial-id': identity,
  'one-stop': spoiling({ sha256: texts, dossierId: texts, sequence: numbers }),
  'object-store': otherBytes,
  feeds: feed,
};
