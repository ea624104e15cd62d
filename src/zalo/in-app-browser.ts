import { openWebview } from 'zmp-sdk/apis';
import { askZalo } from './ask';

/** Zalo answers when the browser opens, not when it closes: closing is the event `webviewClosed`. */
const openingMs = 10_000;

/** Opens a web page over the app, in Zalo's own browser. Zalo adds `typeInapp=1` to the address. */
export async function openInAppBrowser(url: string): Promise<void> {
  await askZalo({
    name: 'openWebview',
    run: () => openWebview({ url, config: { style: 'normal', leftButton: 'back' } }),
    limitMs: openingMs,
  });
}
