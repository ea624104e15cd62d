import { existsSync, readFileSync } from 'node:fs';
import { serverEnvironment, type EmulatedChannel, type EmulatedPorts } from '../emulator/src/server-environment.ts';
import { readProvince } from './province-plugin.ts';

/** Settings of the two programs that make up the whole system, for one province on one machine. */
export interface SystemEnvironment {
  emulator: Record<string, string>;
  server: Record<string, string>;
}

/** What the province broadcasts. One without a broadcaster has no such file. */
function channelsOf(provinceId: string): EmulatedChannel[] {
  const path = new URL(`../provinces/${provinceId}/media.json`, import.meta.url);
  if (!existsSync(path)) return [];
  const { channels } = JSON.parse(readFileSync(path, 'utf8')) as { channels: (EmulatedChannel & { hidden?: true })[] };
  return channels.filter(({ hidden }) => hidden !== true);
}

/** Where the sample people of a province stand: in the middle of its first commune. */
function placeOf(provinceId: string): string {
  const path = new URL(`../provinces/${provinceId}/communes.json`, import.meta.url);
  const [first] = JSON.parse(readFileSync(path, 'utf8')) as { centroid: [number, number] }[];
  return first?.centroid.join(',') ?? '';
}

/** The stand-in for Zalo takes on the app id of the province and the name of its ID; the server trusts that stand-in and nobody else. */
export function systemEnvironment(ports: EmulatedPorts, provinceId: string): SystemEnvironment {
  const province = readProvince(provinceId);
  return {
    emulator: {
      PHONE_PORT: String(ports.phonePort),
      SERVER_PORT: String(ports.serverPort),
      ID_PORT: String(ports.idPort),
      ...(ports.oneStopPort === undefined ? {} : { ONE_STOP_PORT: String(ports.oneStopPort) }),
      APP_ID: province.zalo.appId,
      ID_NAME: province.identity.name,
      API_ORIGINS: province.api.origin,
      PLACE: placeOf(provinceId),
    },
    server: {
      ...serverEnvironment(ports, province.identity.claims, channelsOf(provinceId)),
      PROVINCE: provinceId,
      ZALO_APP_ID: province.zalo.appId,
    },
  };
}
