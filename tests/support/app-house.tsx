import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeAll, expect, vi } from 'vitest';
import { currentToken, forgetAnswers } from '../../src/api/index';
import { App } from '../../src/app/app';
import { moduleTable } from '../../src/app/module-table';
import { startZalo, tellFirstScreen } from '../../src/app/start-up';
import { connectAuth, startAuth } from '../../src/auth/index';
import { setPreferences } from '../../src/config/index';
import type { PageModule } from '../../src/page-module';
import { installFakeServer, session, type FakeServer } from './fake-server';
import { loadInside } from '../../src/zalo/load';
import { forgetMemory } from '../../src/zalo/storage';
import { APP_ID, installFakeZalo, type FakeZalo } from './fake-zalo';

// Once, as when the app is opened: Zalo's events find their listeners.
startZalo();
// On a busy machine the SDK and what screens are made of take seconds to arrive, the first time; a test that waits for a
// screen should wait for that screen and not for the machine. By now the test file has installed its bridge.
beforeAll(async () => {
  await loadInside();
  await Promise.all([
    import('../../src/app/step-up/contact-screen'),
    import('../../src/app/step-up/citizen-screen'),
    import('../../src/ui/late-styles'),
  ]);
}, 60_000);

/** The whole app in jsdom, over Zalo's bridge and the province's server as the test wants them. */
export interface House {
  zalo: FakeZalo;
  server: FakeServer;
  /** Opens the app as Zalo does, at this path. */
  open: (path: string, options?: { modules?: readonly PageModule[] }) => void;
  /** What was asked of the province's server, sessions apart. */
  asked: () => string[];
  close: () => Promise<void>;
}

/** Somebody at this level holds the phone. The SDK logs in once per test file, so one bridge serves the whole file. */
export function buildHouse(zalo: FakeZalo, level: 0 | 1 | 2): House {
  const server = installFakeServer();
  server.on('POST /session', session(level));
  server.on('GET /session', session(level));
  const disconnect = connectAuth();
  let closed = false;
  zalo.calls.length = 0;
  // Every test begins with requests refused; the SDK's reports of what it did are no request of ours.
  XMLHttpRequest.prototype.send = () => undefined;
  zalo.storage.clear();
  forgetMemory();
  return {
    zalo,
    server,
    open(path, { modules = moduleTable } = {}) {
      window.history.replaceState(null, '', `/zapps/${APP_ID}${path}`);
      render(
        <StrictMode>
          <App modules={modules} />
        </StrictMode>,
      );
      tellFirstScreen();
      startAuth();
    },
    asked: () =>
      server.asked.map(({ method, path }) => `${method} ${path}`).filter((what) => !what.endsWith(' /session')),
    async close() {
      if (closed) return;
      closed = true;
      cleanup();
      server.close();
      // A recognition still under way would be shared by the next house, and end there as somebody else.
      await currentToken().catch(() => undefined);
      forgetAnswers();
      disconnect();
      setPreferences({ language: 'vi', textSize: 1, dataSaving: false });
    },
  };
}

export { installFakeZalo };

/** Where the app stands: path and query inside the app. */
export function place(): string {
  const { pathname, search } = window.location;
  return pathname.replace(`/zapps/${APP_ID}`, '').replace(/^$/, '/') + search;
}

/** Waits as long as the SDK may need to arrive on a busy machine. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 8_000 });
}

export function expectPlace(path: string): Promise<void> {
  return eventually(() => expect(place()).toBe(path));
}
