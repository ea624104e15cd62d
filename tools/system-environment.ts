import { serverEnvironment, type EmulatedPorts } from '../emulator/src/server-environment.ts';
import { readProvince } from './province-plugin.ts';

/** Settings of the two programs that make up the whole system, for one province on one machine. */
export interface SystemEnvironment {
  emulator: Record<string, string>;
  server: Record<string, string>;
}

/** The stand-in for Zalo takes on the app id of the province; the server trusts that stand-in and nobody else. */
export function systemEnvironment(ports: EmulatedPorts, provinceId: string): SystemEnvironment {
  const province = readProvince(provinceId);
  return {
    emulator: {
      PHONE_PORT: String(ports.phonePort),
      SERVER_PORT: String(ports.serverPort),
      ID_PORT: String(ports.idPort),
      ...(ports.oneStopPort === undefined ? {} : { ONE_STOP_PORT: String(ports.oneStopPort) }),
      APP_ID: province.zalo.appId,
      API_ORIGINS: province.api.origin,
    },
    server: {
      ...serverEnvironment(ports, province.identity.claims),
      PROVINCE: provinceId,
      ZALO_APP_ID: province.zalo.appId,
    },
  };
}
