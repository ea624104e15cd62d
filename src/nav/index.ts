/**
 * Where things are: every path of the app spelled once, going there and back, and reading links that come from outside
 * (messages, QR codes). Promises: what `readDeepLink` returns is a path of this app and nothing else, whatever came in.
 * Never decides who may enter (the gate in `app` does), never leaves /zapps/<APP_ID>.
 */
export { paths } from './paths';
export { judgeDeepLink, readDeepLink } from './deep-link';
export { lostState, useBack, useGo, useHere, useLeaveWork, useLost, usePlace } from './going';
export type { AnyPath } from './path';
