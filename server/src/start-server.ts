import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '#core/deps';
import { createLog } from '#core/log';
import type { Settings } from '#core/settings';
import { buildApp } from './build-app.ts';
import { buildDeps } from './build-deps.ts';

export interface RunningServer {
  app: FastifyInstance;
  deps: Deps;
  /** Where it really listens (PORT=0 takes any free port). */
  url: string;
  /** Lets requests and jobs in hand end, then closes the database. */
  stop(): Promise<void>;
}

/** Starts the province's server in this process. `onDiskFull` must end the process. */
export async function startServer(settings: Settings, onDiskFull: (error: unknown) => void): Promise<RunningServer> {
  const log = createLog(settings.LOG_LEVEL);
  let isStarting = true;
  const deps = await buildDeps(settings, { log, onDiskFull, isStarting: () => isStarting });
  try {
    const app = await buildApp(deps);
    await app.listen({ port: settings.PORT, host: settings.HOST, listenTextResolver: () => 'listening' });
    isStarting = false;
    deps.jobs.start();
    const { port } = app.server.address() as AddressInfo;
    return {
      app,
      deps,
      url: `http://${settings.HOST}:${port}`,
      async stop() {
        await app.close();
        await deps.jobs.stop();
        await deps.db.close();
      },
    };
  } catch (error) {
    await deps.db.close();
    throw error;
  }
}
