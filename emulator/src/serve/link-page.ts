import { escapeHtml } from '../http/exchange.ts';

/**
 * The page behind `zalo.me/s/<APP_ID>/…`. Inside the phone's browser it asks Zalo to open the mini app; anywhere else it
 * can only say where the link leads, as the real page does on a computer.
 */
export function linkPage(link: { appId: string; path: string; phoneOrigin: string; appName: string }): string {
  const message = JSON.stringify({ type: 'zalo:open-mini-app', appId: link.appId, path: link.path });
  const target = JSON.stringify(link.phoneOrigin).replace(/</g, '\\u003c');
  const onward = `${link.phoneOrigin}/?open=${encodeURIComponent(`https://zalo.me/s/${link.appId}${link.path}`)}`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mở ${escapeHtml(link.appName)} trong Zalo</title>
<style>body{font:16px/1.5 system-ui,sans-serif;padding:24px;color:#14202b}a{display:inline-block;min-height:48px;line-height:48px;padding:0 20px;border-radius:10px;background:#0068ff;color:#fff;text-decoration:none}</style></head>
<body><h1>${escapeHtml(link.appName)}</h1><p>Đang mở trong Zalo…</p><p><a href="${escapeHtml(onward)}" target="_top">Mở trong Zalo</a></p>
<script>if(window.top!==window)window.top.postMessage(${message.replace(/</g, '\\u003c')},${target});</script></body></html>`;
}
