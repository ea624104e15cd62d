import { done, failed, missingPermission, NATIVE_ERROR } from '../../native/protocol.ts';
import type { NativeAnswer } from '../../native/protocol.ts';
import { asText } from '../host-context.ts';
import type { ActionTable, HostContext, Parameters } from '../host-context.ts';

const STORAGE_ACTION = 'action.zbrowser.mpds';

const keysOf = (data: Record<string, unknown>): string[] =>
  Array.isArray(data['keys']) ? data['keys'].map(String) : [];

/** One request to the key-value store; the same for the synchronous door and the asynchronous one. */
export function answerStorage(parameters: Parameters, host: HostContext): NativeAnswer {
  if (host.boot.missingPermissions.includes(STORAGE_ACTION)) return missingPermission();
  const isAndroid = host.boot.os === 'android';
  if (parameters['appId'] !== host.boot.appId) {
    return failed(isAndroid ? NATIVE_ERROR.foreignAppAndroid : NATIVE_ERROR.foreignAppIos, 'appId mismatch');
  }
  const data = (parameters['mpds_data'] ?? {}) as Record<string, unknown>;
  switch (asText(parameters['mpds_action'])) {
    case 'mpds.get':
      return done({ mpds_data: { map: host.store.get(keysOf(data)) } });
    case 'mpds.set': {
      const map = (data['map'] ?? {}) as Record<string, unknown>;
      if (host.boot.storageFull) return done({ mpds_data: { error_keys: Object.keys(map) } });
      host.store.set(map);
      return done({ mpds_data: { error_keys: [] } });
    }
    case 'mpds.remove.key':
      host.store.remove(keysOf(data));
      return done({ mpds_data: { error_keys: [] } });
    case 'mpds.get.size':
      return done({ mpds_data: { size: host.store.size } });
    case 'mpds.clear.appData':
      host.store.clear();
      return done({ mpds_data: {} });
    default:
      return failed(isAndroid ? -100 : -10, 'Unknown storage action');
  }
}

export const storageActions: ActionTable = { [STORAGE_ACTION]: answerStorage };
