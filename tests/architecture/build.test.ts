import { execFile, type ExecFileOptionsWithStringEncoding } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverEnvironment } from '../../emulator/src/server-environment.ts';
import { freePorts, startProgram, waitForAnswer } from '../../tools/children.mjs';
import { measurePackage, packageFaults } from '../../tools/package-limits.mjs';
import { provincesNamedIn } from './province-names.ts';

const root = resolve(import.meta.dirname, '../..');

/** Runs one of our programs to its end, while this process goes on. Thrown is all it said, not its command line alone. */
async function runProgram(program: string, words: string[], options: Partial<ExecFileOptionsWithStringEncoding>) {
  const running = promisify(execFile)(process.execPath, [program, ...words], {
    ...{ cwd: root, maxBuffer: 16 * 1024 * 1024 },
    ...options,
    encoding: 'utf8',
  });
  return running.catch((error: unknown) => {
    const { message, stdout, stderr } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${program}: ${message}\n${stdout ?? ''}\n${stderr ?? ''}`, { cause: error });
  });
}

/** Words that only our stand-in for Zalo knows; in a build they would mean that it was shipped. */
const emulatorWords = ['__zalo__', '__control__', '.vn.localhost', 'sample-zalo-app-secret'];

/** What the machine that builds may well know; none of it is for the public. */
const serverSecrets = {
  ZALO_APP_SECRET: 'secret-of-the-zalo-app',
  OIDC_CLIENT_SECRET: 'secret-of-the-provincial-id',
  DATABASE_URL: 'postgres://secret-of-the-database',
  VITE_ZALO_APP_SECRET: 'secret-by-the-bundler',
};

/** Says what Zalo's own command would have been given, where, and what lay beside it. */
const standInForZmp = `#!/usr/bin/env node
const { readdirSync, writeFileSync } = require('node:fs');
const { APP_ID, ZMP_TOKEN } = process.env;
const given = { args: process.argv.slice(2), beside: readdirSync('.'), APP_ID, ZMP_TOKEN };
writeFileSync(require('node:path').join(__dirname, 'given.json'), JSON.stringify(given));
`;

interface AppConfig {
  app: Record<string, unknown>;
  listCSS: string[];
  listSyncJS: string[];
  listAsyncJS: string[];
}

describe.each([
  {
    province: 'tay-ninh',
    name: 'Tây Ninh Smart',
    appId: '1234567890123456789',
    origin: 'https://smart.tayninh.example',
    stranger: 'smart.mau.example',
  },
  {
    province: 'mau',
    name: 'Mẫu Số',
    appId: '1234567890123456788',
    origin: 'https://smart.mau.example',
    stranger: 'smart.tayninh.example',
  },
])('npm run deploy for $province', ({ province, name, appId, origin, stranger }) => {
  let folder = '';
  let www = '';
  let scripts = '';
  /** Every file of the package, as it is read by whoever looks. */
  let everything = '';
  let config: AppConfig;
  let given: { args: string[]; beside: string[]; APP_ID: string; ZMP_TOKEN: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    const command = join(folder, 'zmp.cjs');
    writeFileSync(command, standInForZmp);
    chmodSync(command, 0o755);
    const stage = join(folder, 'stage');
    const deployed = await runProgram('tools/deploy.mjs', ['--testing', '--message', 'thử'], {
      env: {
        ...process.env,
        ...serverSecrets,
        NODE_ENV: 'production',
        PROVINCE: province,
        WWW: join(folder, 'www'),
        STAGE: stage,
        ZMP_CLI: command,
        ZMP_TOKEN: 'a-developer',
      },
    });
    expect(deployed.stderr.replace(/^npm warn.*\n/gm, '')).toBe('');
    given = JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8'));
    www = join(stage, 'www');
    config = JSON.parse(readFileSync(join(www, 'app-config.json'), 'utf8'));
    const assets = readdirSync(join(www, 'assets')).filter((file) => file.endsWith('.js'));
    scripts = assets.map((file) => readFileSync(join(www, 'assets', file), 'utf8')).join('\n');
    everything = readdirSync(www, { recursive: true, encoding: 'utf8' })
      .map((file) => join(www, file))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
  }, 240_000);

  afterAll(() => {
    // Something that is just ending may still write there.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  test("Zalo's command is given the build alone, the app's id and what to do with it", () => {
    expect(given).toEqual({
      args: ['deploy', '--existing', '-t', '-m', 'thử'],
      // An app-config.json beside www/ would replace the one in it, and its lists are empty.
      beside: ['www'],
      APP_ID: appId,
      ZMP_TOKEN: 'a-developer',
    });
  });

  test("app-config.json is what Zalo's loader reads", () => {
    expect(config.app).toMatchObject({
      title: name,
      headerTitle: name,
      actionBarHidden: true,
      statusBar: 'transparent',
    });
    expect(config.listCSS).toHaveLength(1);
    expect(config.listSyncJS).toHaveLength(1);
    expect(config.listAsyncJS.length).toBeGreaterThan(0);
    const listed = [...config.listCSS, ...config.listSyncJS, ...config.listAsyncJS];
    expect(listed.filter((file) => !existsSync(join(www, file)))).toEqual([]);
    // Only this ending makes Zalo load a script as a module.
    expect([...config.listSyncJS, ...config.listAsyncJS].filter((file) => !file.endsWith('.module.js'))).toEqual([]);
  });

  test('it is within what may be uploaded', () => {
    expect(packageFaults(measurePackage(www))).toEqual([]);
  });

  test('it talks to its own province', () => {
    expect(scripts).toContain(origin);
    expect(scripts).not.toContain(stranger);
  });

  test("nothing of Zalo's stand-in is in it", () => {
    expect(emulatorWords.filter((word) => everything.includes(word))).toEqual([]);
  });

  test('no secret of the server is in it, whatever the machine that builds knows', () => {
    expect(Object.values(serverSecrets).filter((secret) => everything.includes(secret))).toEqual([]);
    // And those `npm start` gives the server, whoever would copy one.
    const sample = Object.entries(serverEnvironment({ phonePort: 1, serverPort: 2, idPort: 3 }))
      .filter(([name]) => /SECRET|KEY|TOKEN/.test(name))
      .flatMap(([, value]) => value.split(/[,:]/))
      .filter((part) => part.startsWith('sample-'));
    expect(sample.length).toBeGreaterThan(5);
    expect(sample.filter((secret) => everything.includes(secret))).toEqual([]);
    expect(everything).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|appsecret_proof|client_secret|postgres(ql)?:\/\//);
  });

  test('nothing else lies in the folder that is uploaded', () => {
    expect(readdirSync(www).sort()).toEqual(['app-config.json', 'assets', 'index.html']);
  });

  // For Tây Ninh every journey shows it.
  if (province !== 'mau') return;

  test(
    'the whole of it starts: the phone carries its app, the server its procedures',
    { timeout: 240_000 },
    async () => {
      // The one-stop system's too: its usual port may be that of another `npm start` on this machine.
      const [phonePort = 0, serverPort = 0, idPort = 0, oneStopPort = 0] = await freePorts(4);
      const system = startProgram({
        name: 'npm start',
        program: 'tools/start.mjs',
        log: join(folder, 'start.log'),
        env: {
          ...process.env,
          PROVINCE: province,
          PHONE_PORT: String(phonePort),
          SERVER_PORT: String(serverPort),
          ID_PORT: String(idPort),
          ONE_STOP_PORT: String(oneStopPort),
          WWW: www,
          SKIP_BUILD: '1',
          // Of this try alone: one that was broken off may have left half a database.
          DATA_DIR: mkdtempSync(join(folder, 'data-')),
          DATABASE_URL: undefined,
        },
      });
      const get = async (address: string): Promise<unknown> => (await fetch(address)).json();
      try {
        await waitForAnswer(`http://127.0.0.1:${serverPort}/readyz`, system, 180_000);
        expect(await get(`http://127.0.0.1:${phonePort}/__control__/ready`)).toMatchObject({ appId, appName: name });
        const procedures = JSON.stringify(await get(`http://127.0.0.1:${serverPort}/procedures`));
        expect(procedures).toContain('1.001193');
        expect(procedures).not.toContain('2.000635');
      } finally {
        // Longer than it waits for those it has started itself: killed before them, it would leave them behind.
        await system.stop('SIGTERM', 30_000);
      }
    },
  );

  test(
    'a citizen of it sends a dossier, from a QR code to the message that leads back',
    // More than the journey's own limits together: a first start, the road, an orderly end.
    { timeout: 480_000 },
    async ({ signal }) => {
      const journey = ['tests/journeys/submit-dossier.spec.ts', '-g', 'from a QR code to a message'];
      // Tried again by whoever runs this test; a journey that needed its second try is "flaky" to Playwright, not "passed".
      const options = ['--workers=1', '--retries=0', '--reporter=line', `--output=${join(folder, 'journey')}`];
      const { stdout } = await runProgram('node_modules/@playwright/test/cli.js', ['test', ...journey, ...options], {
        // Given up on, it must not go on beside the next try, in a folder that is being removed.
        ...{ signal, killSignal: 'SIGINT' },
        env: { ...process.env, PROVINCE: province, WWW: www, SKIP_BUILD: '1', DATABASE_URL: undefined },
      });
      expect(stdout).toContain('1 passed');
    },
  );
});

test('a province is data: no code knows one by its name', () => {
  expect(provincesNamedIn(['src', 'contract', 'server/src'])).toEqual([]);
});
