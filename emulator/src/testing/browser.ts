import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, '.cache');

/** What a test or a tool needs to start a browser that shows the same picture on every machine. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** One font for every family name, so that pictures do not depend on what a machine has installed. */
function writeFontSettings(): string {
  const folder = join(cache, 'fonts');
  const file = join(folder, 'fonts.conf');
  const fonts = join(root, 'node_modules/@expo-google-fonts/be-vietnam-pro');
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <match target="pattern"><edit name="family" mode="append_last"><string>Be Vietnam Pro</string></edit></match>
</fontconfig>
`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== settings) writeFileSync(file, settings);
  return folder;
}

/** Unpacks the Chromium that came with npm, once, where no other version's leftovers can be mistaken for it. */
async function unpackBundledChromium(): Promise<{ executablePath: string; libraries: string }> {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const home = join(cache, 'chromium', version);
  if (!existsSync(home)) {
    const before = { TMPDIR: process.env['TMPDIR'], LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] };
    const unpacking = `${home}.${process.pid}`;
    mkdirSync(unpacking, { recursive: true });
    process.env['TMPDIR'] = unpacking;
    // Only this setting makes the package unpack the libraries that a bare Debian lacks; it is read on import.
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    // The import also pointed this whole process at those libraries; children that are no browser would break.
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    Reflect.deleteProperty(process.env, 'FONTCONFIG_PATH');
    Reflect.deleteProperty(process.env, 'AWS_LAMBDA_JS_RUNTIME');
    if (existsSync(home)) rmSync(unpacking, { recursive: true });
    else renameSync(unpacking, home);
  }
  return { executablePath: join(home, 'chromium'), libraries: join(home, 'al2023/lib') };
}

/**
 * The Chromium to use: CHROME_PATH, else Debian's, else the one from npm, which needs neither root nor packages.
 * BROWSER=bundled takes the last one even where Debian's is installed.
 */
export async function findBrowser(): Promise<Browser> {
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = { ...Object.fromEntries(environment), FONTCONFIG_PATH: writeFontSettings() };
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') return { executablePath: chosen, args, env };
  const debian = '/usr/bin/chromium';
  if (process.env['BROWSER'] !== 'bundled' && existsSync(debian)) return { executablePath: debian, args, env };
  const { executablePath, libraries } = await unpackBundledChromium();
  const path = [libraries, process.env['LD_LIBRARY_PATH']]
    .filter((part) => part !== undefined && part !== '')
    .join(':');
  return { executablePath, args, env: { ...env, LD_LIBRARY_PATH: path } };
}
