import { createServer } from 'node:http';
import { send } from './http/exchange.ts';
import { listenOn, stopListening } from './http/listening.ts';
import { startIdentityProvider } from './identity-provider/start-identity-provider.ts';
import { APP_ID, HOSTS, SAMPLE_NAMES } from './identity.ts';
import { answerRequest } from './serve/answer-request.ts';
import { AssetStore } from './serve/asset-store.ts';
import { startOneStop } from './one-stop/start-one-stop.ts';
import { buildBrowserBundles } from './serve/browser-bundles.ts';
import { MiniAppServer } from './serve/mini-app.ts';
import { World, type WorldOptions } from './world/world.ts';

export interface EmulatorOptions {
  phonePort: number;
  idPort: number;
  /** Where the provincial ID really listens when something stands before it at `idPort`. */
  idBehind?: number;
  /** Where the one-stop system listens; without it there is none. */
  oneStopPort?: number;
  /** Where the province's server listens on this machine; it need not be up yet. */
  serverPort: number;
  /** Folder of the mini app's production build. May be empty or missing until something is built. */
  www: string;
  /** Origins written into the build which really are the server at `serverPort`. */
  apiOrigins: readonly string[];
  appId?: string;
  /** What the province calls its ID. */
  identityName?: string;
  /** Where the province's people stand. */
  place?: WorldOptions['place'];
  clock?: () => number;
}

export interface RunningEmulator {
  /** The phone's address, for a browser. */
  url: string;
  /** For processes that cannot resolve `*.localhost`: the same server by number. */
  controlUrl: string;
  issuer: string;
  oneStopUrl: string | undefined;
  /** The state itself, for tests in the same process. */
  world: World;
  close(): Promise<void>;
}

/** Starts Zalo's stand-in, the provincial ID and the one-stop system in this process. */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  const appId = options.appId ?? APP_ID;
  const store = new AssetStore(options.www);
  const built = await store.config();
  const appName = built?.config.app.title ?? SAMPLE_NAMES.app;
  const { identityName = SAMPLE_NAMES.identity } = options;
  const serverOrigin = `http://127.0.0.1:${options.serverPort}`;
  const { apiOrigins } = options;
  const { place } = options;
  const given = { ...(place ? { place } : {}), ...(options.clock ? { clock: options.clock } : {}) };
  const world = new World({ appId, appName, identityName, appVersion: '1', apiOrigins, serverOrigin, ...given });
  const bundles = await buildBrowserBundles();
  const phoneOrigin = `http://${HOSTS.miniApp}:${options.phonePort}`;
  const miniApp = new MiniAppServer(
    { appId, www: options.www, apiOrigins, serverOrigin, hostScript: bundles.host },
    store,
    world,
  );
  const answer = answerRequest({ world, miniApp, phoneScript: bundles.phone, phoneOrigin });
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('[emulator]', request.url, error);
      send(response, { status: 500, body: { error: 'emulator failure, see its output' } });
    });
  });
  await listenOn(server, options.phonePort);
  const issuer = `http://${HOSTS.identityProvider}:${options.idPort}`;
  const identityProvider = await startIdentityProvider(issuer, options.idBehind ?? options.idPort, world);
  const oneStop = options.oneStopPort === undefined ? undefined : await startOneStop(options.oneStopPort, world);
  return {
    url: `${phoneOrigin}/`,
    controlUrl: `http://127.0.0.1:${options.phonePort}`,
    issuer,
    oneStopUrl: oneStop?.url,
    world,
    close: async () => {
      await Promise.all([stopListening(server), stopListening(identityProvider), oneStop?.close()]);
    },
  };
}
