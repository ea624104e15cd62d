import { defineConfig } from 'vitest/config';
import { doorsPlugin } from './tools/doors-plugin.ts';
import { provincePlugin } from './tools/province-plugin.ts';

// On a busy machine a test may meet a moment nobody meets twice: tried once more, and named in the last lines of `npm test`.
const retry = 1;

/** Tests on Node: one project a room, so that `npx vitest run --project server` runs just that room. */
const onNode = (name: string, include: string[], more: { isolate?: boolean } = {}) => ({
  test: { name, environment: 'node', include, testTimeout: 20_000, hookTimeout: 60_000, retry, ...more },
});

export default defineConfig({
  test: {
    // Other processes (browsers, databases) share these machines' two cores.
    maxWorkers: 2,
    projects: [
      {
        plugins: [doorsPlugin(), provincePlugin(process.env.PROVINCE ?? 'tay-ninh')],
        resolve: { alias: [{ find: /^zmp-sdk$/, replacement: 'zmp-sdk/apis' }] },
        test: {
          name: 'app',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/vitest-setup-app.ts'],
          testTimeout: 15_000,
          retry,
          typecheck: { enabled: false },
          env: { TZ: 'Asia/Ho_Chi_Minh' },
        },
      },
      onNode('contract', ['contract/**/*.test.ts']),
      // Each file opens servers and databases of its own; the server's code is read once for all files of a worker.
      onNode('server', ['server/**/*.test.ts'], { isolate: false }),
      onNode('emulator', ['emulator/**/*.test.ts']),
      onNode('architecture', ['tests/architecture/**/*.test.ts', 'tools/**/*.test.ts']),
    ],
    exclude: ['**/node_modules/**', 'www/**', '.cache/**', 'tests/journeys/**'],
  },
});
