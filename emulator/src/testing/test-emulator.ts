import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ControlClient } from '../control-client.ts';
import { startEmulator } from '../start-emulator.ts';
import type { RunningEmulator } from '../start-emulator.ts';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export interface TestEmulator {
  emulator: RunningEmulator;
  control: ControlClient;
  /** Address of a cloud's endpoint. */
  cloud: (endpoint: string) => string;
  serverPort: number;
}

/** The province's origin in the test app's world. */
export const API_ORIGIN = 'https://smart.tayninh.example';

export async function startTestEmulator(www = '/nonexistent', clock?: () => number): Promise<TestEmulator> {
  const [phonePort, idPort, serverPort] = [await freePort(), await freePort(), await freePort()];
  const time = clock === undefined ? {} : { clock };
  const emulator = await startEmulator({ phonePort, idPort, serverPort, www, apiOrigins: [API_ORIGIN], ...time });
  return {
    emulator,
    control: new ControlClient(emulator.controlUrl),
    cloud: (endpoint) => `${emulator.controlUrl}/__zalo__/${endpoint}`,
    serverPort,
  };
}
