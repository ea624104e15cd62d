import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { build, type BuildOptions, type InlineConfig, type Plugin, type Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '..');
const drawing = resolve(root, 'src/app/draw-home.tsx');
const homeScreen = './home-screen';

interface FirstPictureOptions {
  appId: string;
  /** Reads sources as the build of the app does. */
  sources: () => Pick<InlineConfig, 'plugins' | 'resolve'>;
  moduleSideEffects: (id: string) => boolean | undefined;
}

/** One script made of `entry`, its exports under `name`. */
async function bundle(
  { sources, moduleSideEffects }: FirstPictureOptions,
  entry: string,
  more: { name: string; plugins: Plugin[]; minify: boolean } & Pick<BuildOptions, 'target'>,
): Promise<string> {
  const { plugins, ...rest } = sources();
  const [built] = (await build({
    ...rest,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    plugins: [...more.plugins, ...(plugins ?? [])],
    build: {
      write: false,
      target: more.target,
      minify: more.minify,
      lib: { entry, name: more.name, formats: ['iife'] },
      rollupOptions: { treeshake: { moduleSideEffects } },
    },
  })) as Rolldown.RolldownOutput[];
  const [script] = built?.output ?? [];
  if (script === undefined) throw new Error(`Nothing was made of ${entry}`);
  return script.code;
}

/** Home needs neither styles to be drawn nor any other screen. */
const homeOnly: Plugin = {
  name: 'home-only',
  enforce: 'pre',
  resolveId(source, _importer, { kind }) {
    if (kind === 'dynamic-import' && source !== homeScreen) return { id: source, external: true };
    return /[.]css([?]|$)/.test(source) ? '\0no-styles' : null;
  },
  load: (id) => (id === '\0no-styles' ? 'export default ""' : null),
};

interface Drawing {
  drawHome: (language: 'vi' | 'en') => Promise<string>;
}

/** Home's HTML, drawn by the app itself in a document at home's address. */
async function drawHome(options: FirstPictureOptions): Promise<{ base: string; home: Record<'vi' | 'en', string> }> {
  const code = await bundle(options, drawing, {
    name: 'drawing',
    plugins: [homeOnly],
    minify: false,
    target: 'es2022',
  });
  const base = `/zapps/${options.appId}`;
  const { window } = new JSDOM('<!doctype html>', {
    url: `https://h5.zdn.vn${base}/`,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  // As Zalo's page does; the router reads it.
  Object.assign(window, { APP_ID: options.appId });
  const { drawHome: draw } = window.eval(`${code};drawing`) as Drawing;
  const home = { vi: await draw('vi'), en: await draw('en') };
  window.close();
  return { base, home };
}

const given = (of: object): Plugin => ({
  name: 'home-picture',
  resolveId: (source) => (source === 'virtual:home-picture' ? '\0home-picture' : null),
  load: (id) =>
    id === '\0home-picture'
      ? Object.entries(of)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n')
      : null,
});

interface Listed {
  listAsyncJS: string[];
}

/** Draws home while building, and adds the small script that shows it before the app has come. */
export function firstPicturePlugin(options: FirstPictureOptions): Plugin {
  let fileName = '';
  return {
    name: 'first-picture',
    apply: 'build',
    async generateBundle() {
      const code = await bundle(options, resolve(root, 'src/app/first-picture.ts'), {
        name: 'firstPicture',
        plugins: [given(await drawHome(options))],
        minify: true,
        target: 'es2015',
      });
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      fileName = `assets/first-picture.${hash}.module.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      // Zalo's loader fetches what is listed here at once and starts each file as soon as it is there: this one first.
      handler({ dir = '' }) {
        const path = join(dir, 'app-config.json');
        const config = JSON.parse(readFileSync(path, 'utf8')) as Listed;
        const listAsyncJS = [fileName, ...config.listAsyncJS];
        writeFileSync(path, JSON.stringify({ ...config, listAsyncJS }));
      },
    },
  };
}
