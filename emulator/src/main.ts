import { resolve } from 'node:path';
import { APP_ID, SAMPLE_NAMES } from './identity.ts';
import { startEmulator } from './start-emulator.ts';

/** `node --import tsx emulator/src/main.ts`, with ports and folders from the environment. */
const numberFrom = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);

/** `PLACE=12.5,107.5`: latitude and longitude. */
const [latitude, longitude] = process.env['PLACE']?.split(',') ?? [];

const emulator = await startEmulator({
  phonePort: numberFrom('PHONE_PORT', 5300),
  serverPort: numberFrom('SERVER_PORT', 5301),
  idPort: numberFrom('ID_PORT', 5302),
  oneStopPort: numberFrom('ONE_STOP_PORT', 5303),
  www: resolve(process.env['WWW'] ?? 'www'),
  apiOrigins: (process.env['API_ORIGINS'] ?? 'https://smart.tayninh.example,https://smart.mau.example').split(','),
  appId: process.env['APP_ID'] ?? APP_ID,
  identityName: process.env['ID_NAME'] ?? SAMPLE_NAMES.identity,
  ...(latitude && longitude ? { place: { latitude, longitude } } : {}),
});

console.log(`Điện thoại mô phỏng / the phone:        ${emulator.url}`);
console.log(`Định danh của tỉnh / the provincial ID: ${emulator.issuer}`);
console.log(`Hệ thống một cửa / the one-stop system:  ${emulator.oneStopUrl ?? ''}`);

const leave = (): void => {
  void emulator.close().then(() => process.exit(0));
};
process.once('SIGINT', leave);
process.once('SIGTERM', leave);
