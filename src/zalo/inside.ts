// One chunk: Zalo's SDK and what speaks with it. Only the functions named here are in the bundle.
export { events, EventName, nativeStorage } from 'zmp-sdk/apis';
export { readAccessToken } from './access-token';
export { dial, follow, share } from './calls';
export { openCheckout, wasCheckoutLeft } from './checkout';
export { askForContact } from './contact';
export { saveToPhone, showPdf } from './documents';
export { openInAppBrowser } from './in-app-browser';
export { scanQr } from './scan-qr';
export { askForPlace } from './place';
export { wipeStorage } from './wipe-storage';
