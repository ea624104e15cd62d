interface ZaloBridge {
  getStatusBarHeight?: () => number;
}

declare const ZaloJavaScriptInterface: ZaloBridge | undefined;

/** CSS pixels covered by the phone's status bar where CSS does not know it (Android); undefined where CSS does (iOS). */
export function statusBarHeight(): number | undefined {
  try {
    if (typeof ZaloJavaScriptInterface === 'undefined') return undefined;
    const height = Math.round((ZaloJavaScriptInterface.getStatusBarHeight?.() ?? 0) / window.devicePixelRatio);
    return height > 0 && height < 100 ? height : undefined;
  } catch {
    return undefined;
  }
}
