import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the test app with the unmodified SDK into a folder shaped like a production build. @returns the folder. */
export async function buildTestApp(): Promise<string> {
  const www = await mkdtemp(join(tmpdir(), 'emulator-www-'));
  await build({
    entryPoints: [fileURLToPath(new URL('./test-app.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2020',
    minify: true,
    outfile: join(www, 'assets/app.module.js'),
    logLevel: 'error',
  });
  const config = {
    app: { title: 'Tây Ninh Smart', actionBarHidden: true, statusBar: 'transparent', leftButton: 'none' },
    debug: false,
    listCSS: [],
    listSyncJS: ['assets/app.module.js'],
    listAsyncJS: [],
  };
  await writeFile(join(www, 'app-config.json'), JSON.stringify(config));
  return www;
}
