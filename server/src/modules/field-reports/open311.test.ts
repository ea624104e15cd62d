import type { operations, Schemas } from '@dvc/contract';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { listen } from '../../../test/support/birth-draft.ts';
import { publicReport, reportDesk, sentWithPhoto, TAN_NINH } from '../../../test/support/field-report.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

/**
 * Against the text of GeoReport v2 (https://wiki.open311.org/GeoReport_v2): the names and nesting of its examples, its
 * arguments, its errors. XML is read by a parser that knows nothing of us.
 */

interface Node {
  name: string;
  text: string;
  children: Node[];
}

/** Strictly: what is not well formed throws. */
function readXml(xml: string): Node {
  const top: Node = { name: '', text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const node: Node = { name, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('no root');
  return root;
}

/** The XML example of the standard and ours have the same elements in the same places. */
const shapeOf = ({ name, children }: Node): string =>
  children.length === 0 ? name : `${name}(${children.map(shapeOf).sort().join(' ')})`;
const textsOf = ({ children }: Node): Record<string, string> =>
  Object.fromEntries(children.map(({ name, text }) => [name, text]));

const REQUEST_FIELDS = [
  ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
  ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime'],
  ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
];

describe.each(databaseKinds)('Open311 GeoReport v2 on %s', (kind) => {
  let server: TestServer;
  let desk: ReturnType<typeof reportDesk>;
  let shown: Awaited<ReturnType<typeof publicReport>>;
  let hidden: Awaited<ReturnType<typeof publicReport>>;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' } });
    server.clock.set(new Date('2026-11-09T02:00:00.000Z'));
    const url = await listen(server);
    desk = reportDesk(server);
    const anh = await (await server.phone('anh').open()).giveContact();
    shown = await publicReport(server, url, anh, { words: 'Ổ gà trước nhà chị Ánh 0912345678' });
    hidden = await sentWithPhoto(server, url, anh);
    await desk.move(shown.code, 'assigned', 'Đã giao đội đường <số 2> & "bạn"');
    await desk.note(shown.code, 'Nội bộ: gọi chị Ánh');
  });
  afterAll(() => server.close());

  const get = async (path: string) => {
    const response = await server.app.inject({ method: 'GET', url: `/open311/v2/${path}` });
    return { status: response.statusCode, type: String(response.headers['content-type']), text: response.body };
  };
  const json = async <T>(path: string) => JSON.parse((await get(path)).text) as T;
  const post = async (fields: Record<string, string>, format = 'json') => {
    const response = await server.app.inject({
      method: 'POST',
      url: `/open311/v2/requests.${format}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      payload: new URLSearchParams({ api_key: TEST_INTEGRATION_KEY, ...fields }).toString(),
    });
    return { status: response.statusCode, type: String(response.headers['content-type']), text: response.body };
  };
  const requests = (query = '') => json<Schemas['Open311Request'][]>(`requests.json${query}`);
  const pothole = {
    service_code: 'o-ga-mat-duong',
    lat: String(TAN_NINH.lat),
    long: String(TAN_NINH.lng),
    description: 'A large sinkhole is destroying the street',
  };

  test('discovery leads to the endpoint and names both formats', async () => {
    const response = await server.app.inject({ method: 'GET', url: '/open311/discovery.xml' });
    expect(response.headers['content-type']).toBe('text/xml; charset=utf-8');
    const root = readXml(response.body);
    expect(shapeOf(root)).toBe(
      'discovery(changeset contact endpoints(endpoint(changeset formats(format format) specification type url)) key_service)',
    );
    expect(response.body).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
  });

  test('GET Service List', async () => {
    const { status, type, text } = await get('services.xml');
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    const root = readXml(text);
    expect(root.name).toBe('services');
    expect(root.children).toHaveLength(29);
    const fields = ['description', 'group', 'keywords', 'metadata', 'service_code', 'service_name', 'type'];
    for (const service of root.children) expect(shapeOf(service)).toBe(`service(${fields.join(' ')})`);
    const pot = root.children.map(textsOf).find(({ service_code }) => service_code === 'o-ga-mat-duong');
    expect(pot).toMatchObject({ service_name: 'Mặt đường hư, ổ gà', metadata: 'true', type: 'batch' });

    const answer = await get('services.json');
    expect(answer.type).toBe('application/json; charset=utf-8');
    const list = JSON.parse(answer.text) as Schemas['Open311Service'][];
    expect(list.map(({ service_code }) => service_code)).toEqual(
      root.children.map((one) => textsOf(one)['service_code']),
    );
    expect(list.find(({ service_code }) => service_code === 'lan-chiem-le-duong')?.metadata).toBe(false);
  });

  test('GET Service Definition', async () => {
    const root = readXml((await get('services/cau-cong-hu.xml')).text);
    const attribute =
      'attribute(code datatype datatype_description description order required values(value(key name) value(key name) value(key name)) variable)';
    expect(shapeOf(root)).toBe(`service_definition(attributes(${attribute}) service_code)`);
    const { attributes } = await json<Schemas['Open311Definition']>('services/cau-cong-hu.json');
    expect(attributes[0]).toMatchObject({ variable: true, code: 'passable', required: true, order: 1 });
    expect(attributes[0]).toMatchObject({ datatype: 'singlevaluelist', datatype_description: null });
    const every = await json<Schemas['Open311Service'][]>('services.json');
    for (const { service_code, metadata } of every) {
      const definition = await json<Schemas['Open311Definition']>(`services/${service_code}.json`);
      expect(definition.attributes.length > 0, service_code).toBe(metadata);
      expect(new Set(definition.attributes.map(({ order }) => order)).size).toBe(definition.attributes.length);
    }
  });

  test('GET Service Requests and GET Service Request: the fields of the standard, in XML and JSON the same', async () => {
    const list = readXml((await get('requests.xml')).text);
    expect(shapeOf(list)).toBe(`service_requests(request(${[...REQUEST_FIELDS].sort().join(' ')}))`);
    const one = readXml((await get(`requests/${shown.code}.xml`)).text);
    expect(one).toEqual(list);
    const [request] = await requests();
    expect(await json(`requests/${shown.code}.json`)).toEqual([request]);
    expect(Object.keys(request ?? {})).toEqual(REQUEST_FIELDS);
    const written = textsOf(list.children[0]!);
    for (const [name, value] of Object.entries(request ?? {})) expect(written[name]).toBe(String(value ?? ''));
    expect(request).toMatchObject({
      service_request_id: shown.code,
      status: 'open',
      status_notes: 'Đã giao đội đường <số 2> & "bạn"',
      service_name: 'Mặt đường hư, ổ gà',
      description: 'Ổ gà lớn gần ngã tư',
      agency_responsible: 'Phường Tân Ninh',
      requested_datetime: '2026-11-09T02:00:00Z',
      expected_datetime: '2026-11-18T17:00:00+07:00',
      lat: TAN_NINH.lat,
      long: TAN_NINH.lng,
    });
    const photo = new URL(request?.media_url ?? '');
    const picture = await server.app.inject({ method: 'GET', url: `${photo.pathname}${photo.search}` });
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  test('nothing that was not checked, no name, no phone, no internal word', async () => {
    const { text } = await get('requests.xml');
    expect(text).not.toMatch(/Ánh|0912345678|Nội bộ/);
    expect(text).not.toContain(hidden.code);
    expect((await get(`requests/${hidden.code}.json`)).status).toBe(404);
    expect(await json(`requests.json?service_request_id=${hidden.code},${shown.code}`)).toHaveLength(1);
  });

  test('arguments: ids override, codes and states filter, empty ones count as absent, 90 days at most', async () => {
    expect(await requests(`?service_request_id=${shown.code}&status=closed`)).toHaveLength(1);
    expect(await requests('?status=closed')).toHaveLength(0);
    expect(await requests('?status=open,closed&jurisdiction_id=tay-ninh')).toHaveLength(1);
    expect(await requests('?status=&service_code=&start_date=&end_date=&jurisdiction_id=')).toHaveLength(1);
    expect(await requests('?service_code=rac-thai')).toHaveLength(0);
    expect(await requests('?service_code=rac-thai,o-ga-mat-duong')).toHaveLength(1);
    expect(await requests('?start_date=2026-11-09T00:00:00Z&end_date=2026-11-09T09:00:00%2B07:00')).toHaveLength(1);
    expect(await requests('?start_date=2026-11-09T02:00:01Z&end_date=2026-11-10T00:00:00Z')).toHaveLength(0);
    expect((await get('requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-11-10T00:00:00Z')).status).toBe(400);
    expect((await get('requests.json?start_date=yesterday')).status).toBe(400);
    expect((await get('requests.json?status=done')).status).toBe(400);
    server.clock.advance(days(91));
    expect(await requests()).toHaveLength(0);
    expect(await requests('?start_date=2026-11-01T00:00:00Z')).toHaveLength(1);
    server.clock.advance(-days(91));
  });

  test('POST Service Request: a token, an id once the desk has checked it, the same content the same request', async () => {
    // The example of the standard, as far as there is such a service here.
    const example = {
      ...{ jurisdiction_id: 'tay-ninh', ...pothole, address_string: '1234 5th street', email: 'smit333@sfgov.edu' },
      ...{ device_id: 'tt222111', account_id: '123456', first_name: 'john', last_name: 'smith', phone: '111111111' },
      ...{ media_url: 'http://farm3.static.flickr.com/2002/2212426634.jpg', 'attribute[size]': 'o2' },
    };
    const sent = await post(example, 'xml');
    expect([sent.status, sent.type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(shapeOf(readXml(sent.text))).toBe('service_requests(request(account_id service_notice token))');
    const [{ token }] = JSON.parse((await post(example)).text) as [Schemas['Open311Created']];
    expect(sent.text).toContain(token);
    expect(await json(`tokens/${token}.json`)).toEqual([{ service_request_id: null, token }]);
    expect(shapeOf(readXml((await get(`tokens/${token}.xml`)).text))).toBe(
      'service_requests(request(service_request_id token))',
    );
    const before = await requests();
    expect(before.some(({ service_code }) => service_code !== 'o-ga-mat-duong')).toBe(false);

    const { rows } = await server.deps.db.query<{ code: string }>('select code from reports where id = $1', [token]);
    const code = rows[0]?.code ?? '';
    const { body } = await desk.read(code);
    expect(body).toMatchObject({ place: '1234 5th street', answers: { size: 'o2' }, person: null, hideName: true });
    expect(body.words).toBe(`${pothole.description}\nẢnh: ${example.media_url}`);
    expect(JSON.stringify(body)).not.toMatch(/smit333|john|tt222111|111111111/);
    expect((await desk.move(code, 'clarifying', 'Chỗ nào?')).status).toBe(422);
    await desk.publish(code, { title: 'Hố lớn', photos: [] });
    expect(await json(`tokens/${token}.json`)).toEqual([{ service_request_id: code, token }]);
    expect((await json<Schemas['Open311Request'][]>(`requests/${code}.json`))[0]?.description).toBe('Hố lớn');

    await desk.merge(code, shown.code);
    expect(await json(`tokens/${token}.json`)).toEqual([{ service_request_id: shown.code, token }]);
    expect((await requests(`?service_request_id=${code}`))[0]?.status).toBe('closed');
  });

  test('fifty times at once is one', async () => {
    const description = 'Ổ gà năm mươi lần';
    const answers = await Promise.all(Array.from({ length: 50 }, () => post({ ...pothole, description })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { rows } = await server.deps.db.query('select 1 from reports where words = $1', [description]);
    expect(rows).toHaveLength(1);
  });

  describe('errors, as a list with code and description', () => {
    type Form = operations['createOpen311Request']['requestBody']['content']['application/x-www-form-urlencoded'];
    const wrong: [what: string, fields: Form, status: number, names: RegExp][] = [
      ['no key', { api_key: '' }, 403, /api_key/],
      ['a wrong key', { api_key: 'xyz' }, 403, /api_key/],
      ['a key for other things', { api_key: `${TEST_INTEGRATION_KEY}-narrow` }, 403, /api_key/],
      ['no service', { service_code: '' }, 400, /service_code/],
      ['an unknown service', { service_code: '001' }, 404, /service_code/],
      ['another jurisdiction', { jurisdiction_id: 'city.gov' }, 404, /jurisdiction_id/],
      ['half a point', { long: '' }, 400, /lat, long/],
      ['no place', { lat: '', long: '' }, 400, /location/],
      ['a point beyond the earth', { lat: '91' }, 400, /lat, long/],
      ['no words', { description: '' }, 400, /description/],
      ['media that is no address', { media_url: 'javascript:alert(1)' }, 400, /media_url/],
      ['an answer that is none', { 'attribute[size]': 'o99' }, 400, /size/],
      ['an answer nobody asked for', { 'attribute[WHISPAWN]': '123456' }, 400, /WHISPAWN/],
      ['a required answer missing', { service_code: 'cau-cong-hu' }, 400, /passable/],
    ];
    test.each(wrong)('%s', async (_what, fields, status, names) => {
      const changed = { ...pothole, ...(fields as Record<string, string>) };
      const xml = await post(changed, 'xml');
      expect([xml.status, xml.type]).toEqual([status, 'text/xml; charset=utf-8']);
      const root = readXml(xml.text);
      expect(shapeOf(root)).toBe('errors(error(code description))');
      expect(textsOf(root.children[0]!)).toMatchObject({
        code: String(status),
        description: expect.stringMatching(names),
      });
      const list = JSON.parse((await post(changed)).text) as Schemas['Open311Error'][];
      expect(list).toEqual([{ code: status, description: expect.stringMatching(names) }]);
    });

    test('what does not exist is 404, what cannot be read is 400, in the format that was asked for', async () => {
      for (const [path, status] of [
        ['services/001.xml', 404],
        ['services.xml?jurisdiction_id=city.gov', 404],
        ['tokens/12345.xml', 404],
        ['requests/638344.xml', 404],
        ['services.csv', 400],
      ] as const) {
        const answer = await get(path);
        expect([answer.status, readXml(answer.text).name], path).toEqual([status, 'errors']);
      }
      const asJson = await server.app.inject({ method: 'POST', url: '/open311/v2/requests.json', payload: { a: 1 } });
      expect(asJson.statusCode).toBe(400);
      expect(asJson.json()).toEqual([{ code: 400, description: expect.any(String) }]);
    });
  });
});
