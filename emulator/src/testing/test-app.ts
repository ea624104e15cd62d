/** A mini app that is nothing but the real SDK, laid open for tests. */
import * as sdk from 'zmp-sdk/apis';

declare global {
  interface Window {
    sdk: typeof sdk;
    /** Every event the SDK told the app, oldest first. */
    heard: { name: string; data: unknown }[];
  }
}

window.sdk = sdk;
window.heard = [];
for (const name of [
  sdk.EventName.AppPaused,
  sdk.EventName.AppResumed,
  sdk.EventName.NetworkChanged,
  sdk.EventName.OpenApp,
  sdk.EventName.WebviewClosed,
]) {
  sdk.events.on(name, (data: unknown) => window.heard.push({ name, data }));
}
const heading = document.createElement('h1');
heading.textContent = `Ứng dụng thử ${window.location.pathname}${window.location.search}`;
document.getElementById('app')?.append(heading);
