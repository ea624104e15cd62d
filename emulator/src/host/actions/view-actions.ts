import { done } from '../../native/protocol.ts';
import type { Network, Os } from '../../native/protocol.ts';
import { asText } from '../host-context.ts';
import type { ActionHandler, ActionTable } from '../host-context.ts';

const accepted: ActionHandler = () => done();

const NETWORK_CODES: Readonly<Record<Os, Record<Network, number>>> = {
  android: { '4g': 13, slow: 15, none: -2 },
  ios: { '4g': 2, slow: 2, none: 0 },
};

const setTitle: ActionHandler = (parameters, host) => {
  host.surroundings.setTitle(asText(parameters['title']));
  return done();
};

const toast: ActionHandler = (parameters, host) => {
  host.surroundings.toast(asText(parameters['message'] ?? parameters['text'] ?? parameters['toast']));
  return done();
};

const closeApp: ActionHandler = (_parameters, host) => {
  host.surroundings.closeApp();
  return done();
};

const minimise: ActionHandler = (_parameters, host) => {
  host.surroundings.minimise();
  return done();
};

const permissionSettings: ActionHandler = (_parameters, host) => {
  host.surroundings.openOutside('Cài đặt quyền của ứng dụng');
  return done();
};

export const viewActions: ActionTable = {
  'action.change.title.header': setTitle,
  'action.change.actionbar': accepted,
  'action.change.actionbar.leftbutton.type': accepted,
  'action.change.bottombar': accepted,
  'action.mp.close.loadingview': accepted,
  'action.window.close': closeApp,
  'action.ma.menu.minimize': minimise,
  'action.ma.menu.permission': permissionSettings,
  'action.show.toast': toast,
  'action.hide.keyboard': accepted,
  'action.keep.screen': accepted,
  'action.interactive.vibration': accepted,
  'action.webview.networktype': (_parameters, host) => done({ network: NETWORK_CODES[host.boot.os][host.network()] }),
  'action.get.device_info': (_parameters, host) =>
    done({ deviceModel: `Emulator ${host.boot.phoneId}`, osVersion: '14' }),
};
