/**
 * The only room that talks to Zalo (zmp-sdk, and the few things Zalo's web view lends the page). Every call has our own
 * time limit and answers in our words: a person's "no" is a value, breakage is an `AppError`. The SDK is fetched after
 * the first paint or at first need. Never shows anything, never leaves /zapps/<APP_ID>, never asks for consent by itself.
 */
export { readAccessToken } from './access-token';
export { askForContact, type ContactAnswer } from './contact';
export { onZaloEvent, type ZaloEvents } from './events';
export { openInAppBrowser } from './in-app-browser';
export { statusBarHeight } from './safe-area';
export { memoryOf, phoneStorage, type PhoneStorage } from './storage';
