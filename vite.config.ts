import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import zaloMiniApp from 'zmp-vite-plugin';
import { baseChunk, hasSideEffects } from './tools/base-chunk.ts';
import { buildReportPlugin } from './tools/build-report-plugin.ts';
import { contractPlugin } from './tools/contract-plugin.ts';
import { doorsPlugin } from './tools/doors-plugin.ts';
import { firstPicturePlugin } from './tools/first-picture-plugin.ts';
import { joinRuntimePlugin } from './tools/join-runtime-plugin.ts';
import { provincePlugin, readProvince, readThemeColour } from './tools/province-plugin.ts';

const provinceId = process.env.PROVINCE ?? 'tay-ninh';
const province = readProvince(provinceId);
const outDir = process.env.WWW ?? 'www';
const appConfig = JSON.parse(readFileSync('app-config.json', 'utf8')) as { app: object };

/** app-config.json with the name and colour of the province that is being built. */
const provinceAppConfig = {
  ...appConfig,
  app: {
    ...appConfig.app,
    title: province.appName,
    headerTitle: province.appName,
    headerColor: readThemeColour(provinceId, '--brand'),
  },
};

/** Tus joins two addresses with a package from before web views could do it themselves. */
const webViewsUrl: Plugin = {
  name: 'web-views-url',
  enforce: 'pre',
  resolveId: (source) => (source === 'url-parse' ? '\0url' : null),
  load: (id) => (id === '\0url' ? 'export default URL' : null),
};

const sources = (): Pick<UserConfig, 'plugins' | 'resolve'> => ({
  plugins: [doorsPlugin(), provincePlugin(provinceId), contractPlugin(), webViewsUrl, react()],
  resolve: {
    alias: [
      // Two copies of the SDK kill each other, and only this entry can be tree-shaken.
      { find: /^zmp-sdk$/, replacement: 'zmp-sdk/apis' },
      // Without subtitles, encryption and several sound tracks: a third less.
      { find: /^hls\.js$/, replacement: 'hls.js/light' },
    ],
  },
});

export default defineConfig({
  ...sources(),
  plugins: [
    sources().plugins,
    firstPicturePlugin({
      appId: province.zalo.appId,
      sources,
      moduleSideEffects: hasSideEffects,
    }),
    joinRuntimePlugin(),
    zaloMiniApp(provinceAppConfig),
    buildReportPlugin(process.env.WWW === undefined ? resolve('.cache/build/chunks.json') : `${outDir}.chunks.json`),
  ],
  // Zalo serves assets under another path than the document: whatever the app shows must be imported.
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: true,
    // Several CSS files would be listed in an order in which Zalo's own styles come last and win.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: {
      output: { codeSplitting: baseChunk() },
      treeshake: { moduleSideEffects: hasSideEffects },
      // A busy machine is no fault of the code.
      checks: { bundlerTimings: false },
      onLog(level, log, handle) {
        // Syntax that could not be lowered for old phones is a broken app there, not a warning.
        if (log.code === 'TOLERATED_TRANSFORM') throw new Error(log.message);
        handle(level, log);
      },
    },
  },
  server: { host: '127.0.0.1', port: 5310, strictPort: true },
});
