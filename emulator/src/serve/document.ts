import { escapeHtml } from '../http/exchange.ts';
import type { Boot } from '../native/protocol.ts';
import type { AppConfig } from './asset-store.ts';

/** Text that may stand inside a `<script>` element. */
const inScript = (text: string): string => text.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');

/**
 * The page Zalo writes for a mini app. `index.html` of the build plays no part in it: only what app-config.json lists is
 * loaded, styles first, then scripts, after the host's own script has put the bridge in place.
 */
export function writeDocument(boot: Boot, config: AppConfig, assetBase: string, hostScript: string): string {
  const href = (path: string): string => (/^(https?:|\/)/.test(path) ? path : `${assetBase}/${path}`);
  const script = (path: string, isAsync: boolean): string => {
    const isModule = path.endsWith('.module.js');
    return `<script${isModule ? ' type="module" crossorigin' : ''}${isAsync ? ' async' : ''} src="${escapeHtml(href(path))}"></script>`;
  };
  const styles = config.listCSS.map((path) => `<link rel="stylesheet" crossorigin href="${escapeHtml(href(path))}">`);
  const scripts = [
    ...config.listAsyncJS.map((path) => script(path, true)),
    ...config.listSyncJS.map((path) => script(path, false)),
  ];
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no,viewport-fit=cover">
<meta name="version-id" content="${escapeHtml(boot.appVersion)}">
<title>${escapeHtml(config.app.title ?? 'Zalo Mini App')}</title>
<script>window.__ZALO_BOOT__=${inScript(JSON.stringify(boot))};
${inScript(hostScript)}</script>
${styles.join('\n')}
</head><body><div id="app"></div>
${scripts.join('\n')}
</body></html>`;
}

export const nothingBuilt = (folder: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Chưa có bản dựng</title>
<h1>Chưa có bản dựng của ứng dụng</h1><p>Nothing is built yet in <code>${escapeHtml(folder)}</code>: run <code>npm run build</code>.</p></html>`;
