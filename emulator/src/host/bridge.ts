import { REFUSED_ACTIONS } from '../native/coverage.ts';
import { failed, missingPermission, unsupported } from '../native/protocol.ts';
import type { NativeOutcome } from '../native/protocol.ts';
import { ACTIONS, SINCE } from './action-table.ts';
import { answerStorage } from './actions/storage-actions.ts';
import type { HostContext, Parameters } from './host-context.ts';

type Callback = (wire: string) => void;
declare global {
  interface Window {
    onNativeMessage?: (serial: string, action: string) => Callback;
  }
}

type BridgeCall = [jsToken: string, action: string, accessToken: string, json: unknown, callback: unknown];

/** On Android the call-back is code that native evaluates; on iOS it is the function itself. */
function callbackOf(callback: unknown): Callback {
  if (typeof callback === 'function') return callback as Callback;
  const code = /^window\.onNativeMessage\("([^"]*)", "([^"]*)"\)$/.exec(String(callback));
  if (code === null) return () => undefined;
  return (wire) => window.onNativeMessage?.(code[1] ?? '', code[2] ?? '')(wire);
}

const parametersOf = (json: unknown): Parameters => {
  if (typeof json !== 'string' || json === '') return {};
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Parameters) : {};
};

async function outcomeFor(action: string, parameters: Parameters, host: HostContext): Promise<NativeOutcome> {
  if (host.boot.missingPermissions.includes(action)) return missingPermission();
  const handler = ACTIONS[action];
  const since = SINCE[action];
  if (handler === undefined || REFUSED_ACTIONS.has(action)) return unsupported();
  if (since !== undefined && host.boot.zaloVersion < since[host.boot.os]) return unsupported();
  try {
    return await handler(parameters, host);
  } catch (error) {
    reportError(error);
    return failed(-1, String(error));
  }
}

/** Puts Zalo's two bridge objects on the window. */
export function installBridge(host: HostContext): void {
  const jsCall = async (
    _jsToken: string,
    action: string,
    _accessToken: string,
    json: unknown,
    callback: unknown,
  ): Promise<void> => {
    const parameters = parametersOf(json);
    const outcome = await outcomeFor(action, parameters, host);
    const code = outcome === 'silent' ? null : outcome.error_code;
    host.line.record({ at: Date.now(), action, parameters, code });
    if (outcome !== 'silent') callbackOf(callback)(JSON.stringify({ ...outcome, action }));
  };

  Object.assign(window, {
    ZaloJavaScriptInterface: {
      jsCall: (...given: BridgeCall) => void jsCall(...given),
      jsH5EventCallback: () => undefined,
      processActionMPDS: (json: string) => JSON.stringify(answerStorage(parametersOf(json), host)),
      getStatusBarHeight: () => 24 * window.devicePixelRatio,
    },
    ZJSBridge: {
      setJSToken: () => undefined,
      setZAccSession: () => undefined,
      callCustomAction: (action: string, given: unknown, callback?: Callback) =>
        void jsCall('', action, '', JSON.stringify(given ?? {}), callback ?? (() => undefined)),
    },
  });
}
