import { canonicalJson } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers, ReplyHeaders } from '#core/handler';
import { findIntegration, readIntegrationKeys } from '#core/integration-keys';
import { refuse } from '#core/problem';
import { sparkXml } from '#core/spark-xml';
import type { Categories } from './categories.ts';
import type { Communes } from './communes.ts';
import { readForm, refuseArgument } from './open311-form.ts';
import { listed, requestOf, wantedBy } from './open311-requests.ts';
import { codeBehind, toldByCodes, toldWithin } from './open311-rows.ts';
import { definitionOf, serviceOf } from './open311-services.ts';
import type { Photos, Surroundings } from './ports.ts';
import { createSendReport } from './send-report.ts';

interface Needs {
  categories: Categories;
  communes: Communes;
  photos: Photos;
  surroundings: Surroundings;
}

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
/** When this interface last changed. */
const CHANGESET = '2026-11-26T00:00:00Z';
/** A key with it may create requests. */
const SEND_SCOPE = 'reports:send';
const MOST_CODES = 100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Format = 'xml' | 'json';

/** One answer in both formats: what is checked against the contract, and how it is written. */
function written<Body>(format: Format, root: string, body: Body) {
  const headers: ReplyHeaders = {
    'content-type': `${format === 'xml' ? 'text/xml' : 'application/json'}; charset=utf-8`,
  };
  return { status: 200, body, headers, raw: format === 'xml' ? sparkXml(root, body) : JSON.stringify(body) } as const;
}

/** A keyed hash as a UUID (RFC 9562, version 8). */
function uuidFrom(mark: string): string {
  const bytes = Buffer.from(mark, 'base64url').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Field reports for other programs, as Open311 GeoReport v2 has them. */
export function createOpen311(deps: Deps, needs: Needs): ModuleHandlers<'open311'> {
  const { db, province, secrets, settings } = deps;
  const { categories, communes, surroundings } = needs;
  const sending = createSendReport(deps, needs);
  const keys = readIntegrationKeys(settings.INTEGRATION_KEYS);
  const around = { categories, communes, province: province.fullName, address: settings.PUBLIC_URL };

  const notFound = (path: string): never =>
    refuse('not-found', { errors: [{ path, code: 'not-found', message: 'Không tìm thấy.' }] });

  /** There is one province here, so it need not be named. */
  function checkJurisdiction(named: string | undefined): void {
    if (named !== undefined && named !== '' && named !== province.id) notFound('jurisdiction_id');
  }

  function systemOf(apiKey: string | undefined): string {
    const key = apiKey === undefined ? undefined : findIntegration(keys, apiKey);
    if (key?.scopes.includes(SEND_SCOPE)) return key.system;
    const message = 'Thiếu khóa, hoặc khóa này không được gửi phản ánh.';
    return refuse('forbidden', { errors: [{ path: 'api_key', code: 'forbidden', message }] });
  }

  return {
    async discoverOpen311({ params }) {
      const body = {
        changeset: CHANGESET,
        contact: `${province.appName}: tổng đài ${province.contact.hotline}`,
        key_service: `Xin khóa qua tổng đài ${province.contact.hotline}`,
        endpoints: [
          {
            specification: SPECIFICATION,
            url: `${settings.PUBLIC_URL}/open311/v2`,
            changeset: CHANGESET,
            type: 'production' as const,
            formats: ['text/xml' as const, 'application/json' as const],
          },
        ],
      };
      return written(params.format, 'discovery', body);
    },

    async listOpen311Services({ params, query }) {
      checkJurisdiction(query.jurisdiction_id);
      const services = categories.items.map((category) => serviceOf(category, categories));
      return written(params.format, 'services', services);
    },

    async readOpen311Service({ params, query }) {
      checkJurisdiction(query.jurisdiction_id);
      const category = categories.find(params.serviceCode) ?? notFound('service_code');
      return written(params.format, 'service_definition', definitionOf(category, categories));
    },

    async createOpen311Request({ params, body }) {
      const system = systemOf(body.api_key);
      checkJurisdiction(body.jurisdiction_id);
      if (body.service_code === undefined) refuseArgument('service_code', 'required', 'Chưa ghi.');
      const category = categories.find(body.service_code) ?? notFound('service_code');
      const report = readForm(body, category);
      // The standard has no idempotency key, and whoever heard no answer sends again.
      const same = canonicalJson({ system, day: surroundings.today(), ...report });
      const id = uuidFrom(secrets.marks('open311', same)[0]);
      const formVersion = categories.version;
      const noon = `${surroundings.today()}T00:00:00+07:00`;
      await sending.send({ ...report, id, formVersion, writtenAt: noon }, { accountId: null, system, key: id });
      const service_notice = `Cán bộ xem trước khi hiện công khai. Hẹn xử lý trong ${category.resolveWorkingDays} ngày làm việc.`;
      return written(params.format, 'service_requests', [{ token: id, service_notice, account_id: null }]);
    },

    async readOpen311Token({ params, query }) {
      checkJurisdiction(query.jurisdiction_id);
      const found = UUID.test(params.token) ? await codeBehind(db, params.token) : undefined;
      const { code } = found ?? notFound('token');
      return written(params.format, 'service_requests', [{ service_request_id: code, token: params.token }]);
    },

    async listOpen311Requests({ params, query }) {
      checkJurisdiction(query.jurisdiction_id);
      const codes = listed(query.service_request_id);
      if (codes.length > MOST_CODES) refuseArgument('service_request_id', 'many', `Nhiều nhất ${MOST_CODES} mã.`);
      const rows =
        codes.length > 0 ? await toldByCodes(db, codes) : await toldWithin(db, wantedBy(query, surroundings.now()));
      const requests = rows.map((row) => requestOf(row, around));
      return written(params.format, 'service_requests', requests);
    },

    async readOpen311Request({ params, query }) {
      checkJurisdiction(query.jurisdiction_id);
      const [row] = await toldByCodes(db, [params.requestId]);
      if (row === undefined) return notFound('service_request_id');
      return written(params.format, 'service_requests', [requestOf(row, around)]);
    },
  };
}
