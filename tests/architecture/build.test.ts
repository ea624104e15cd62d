import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Words that only our stand-in for Zalo knows; in a build they would mean that it was shipped. */
const emulatorWords = ['__zalo__', '__control__', '.vn.localhost', 'sample-zalo-app-secret'];

/** What the machine that builds may well know; none of it is for the public. */
const serverSecrets = {
  ZALO_APP_SECRET: 'secret-of-the-zalo-app',
  OIDC_CLIENT_SECRET: 'secret-of-the-provincial-id',
  DATABASE_URL: 'postgres://secret-of-the-database',
  VITE_ZALO_APP_SECRET: 'secret-by-the-bundler',
};

describe.each([
  {
    province: 'tay-ninh',
    name: 'Tây Ninh Smart',
    origin: 'https://smart.tayninh.example',
    stranger: 'smart.mau.example',
  },
  { province: 'mau', name: 'Mẫu Số', origin: 'https://smart.mau.example', stranger: 'smart.tayninh.example' },
])('the build for $province', ({ province, name, origin, stranger }) => {
  let folder = '';
  let www = '';
  let scripts = '';
  let config: { app: Record<string, unknown>; listCSS: string[]; listSyncJS: string[]; listAsyncJS: string[] };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    www = join(folder, 'www');
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...serverSecrets, NODE_ENV: 'production', PROVINCE: province, WWW: www },
    });
    expect(built.stderr.replace(/^npm warn.*\n/gm, '')).toBe('');
    expect(built.status).toBe(0);
    config = JSON.parse(readFileSync(join(www, 'app-config.json'), 'utf8'));
    const assets = readdirSync(join(www, 'assets')).filter((file) => file.endsWith('.js'));
    scripts = assets.map((file) => readFileSync(join(www, 'assets', file), 'utf8')).join('\n');
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
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
    const listed = [...config.listCSS, ...config.listSyncJS, ...config.listAsyncJS];
    expect(listed.filter((file) => !existsSync(join(www, file)))).toEqual([]);
    // Only this ending makes Zalo load a script as a module.
    expect([...config.listSyncJS, ...config.listAsyncJS].filter((file) => !file.endsWith('.module.js'))).toEqual([]);
  });

  test('it talks to its own province', () => {
    expect(scripts).toContain(origin);
    expect(scripts).not.toContain(stranger);
  });

  test("nothing of Zalo's stand-in is in it", () => {
    expect(emulatorWords.filter((word) => scripts.includes(word))).toEqual([]);
  });

  test('no secret of the server is in it, whatever the machine that builds knows', () => {
    expect(Object.values(serverSecrets).filter((secret) => scripts.includes(secret))).toEqual([]);
    expect(scripts).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|appsecret_proof|client_secret/);
  });

  test('nothing else lies in the folder that is uploaded', () => {
    expect(readdirSync(www).sort()).toEqual(['app-config.json', 'assets', 'index.html']);
  });
});
