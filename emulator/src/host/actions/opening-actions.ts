import { done, failed, NATIVE_ERROR } from '../../native/protocol.ts';
import { ask, asText, outcomeOf } from '../host-context.ts';
import type { ActionHandler, ActionTable } from '../host-context.ts';

const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

/** Answers when the page opens, not when it closes: `h5.event.webview.close` tells that. */
const openBrowser: ActionHandler = (parameters, host) => {
  const url = asText(parameters['url']);
  if (!isWeb(url)) return failed(-1, 'Invalid url');
  host.surroundings.openBrowser(host.rewrite(url));
  return done();
};

const openDocument: ActionHandler = (parameters, host) => {
  const url = asText(parameters['url']);
  if (!isWeb(url)) return failed(-700, 'Invalid url');
  if (host.network() === 'none') return failed(-702, 'Download failed');
  host.surroundings.openDocument({ url: host.rewrite(url), title: asText(parameters['title']) });
  return done();
};

const openOutside =
  (words: (parameters: Readonly<Record<string, unknown>>) => string): ActionHandler =>
  (parameters, host) => {
    host.surroundings.openOutside(words(parameters));
    return done();
  };

const openMiniApp: ActionHandler = (_parameters, host) => {
  host.surroundings.toast('Chỉ có một ứng dụng trong điện thoại mô phỏng này');
  return failed(-1, 'App not found');
};

const scanQr: ActionHandler = async (_parameters, host) =>
  outcomeOf(await ask(host, { kind: 'scan-qr' }), {
    granted: (value) => done({ content: asText(value) }),
    cancelled: failed(-1, 'User cancel'),
  });

const share: ActionHandler = async (parameters, host) =>
  outcomeOf(await ask(host, { kind: 'share', details: { ...parameters } }), {
    granted: () => done({ status: 2, share_type: 2, uid_to_size: 1 }),
    denied: done({ status: 0, share_type: 0, uid_to_size: 0 }),
  });

const createShortcut: ActionHandler = async (parameters, host) =>
  outcomeOf(await ask(host, { kind: 'shortcut', details: { ...parameters } }), { granted: () => done() });

const selectPaymentMethod: ActionHandler = async (parameters, host) =>
  outcomeOf(await ask(host, { kind: 'payment-method', details: { ...parameters } }), {
    granted: (value) =>
      done(value ?? { method: 'ZALOPAY_SANDBOX', isCustom: false, displayName: 'ZaloPay (mô phỏng)' }),
  });

const confirmPayment: ActionHandler = async (parameters, host) =>
  outcomeOf(await ask(host, { kind: 'confirm-payment', details: { ...parameters } }), { granted: () => done() });

const camera: ActionHandler = async (_parameters, host) =>
  outcomeOf(await ask(host, { kind: 'camera' }), {
    granted: () => done({ error_code: 0, error_message: 'ok' }),
    denied: failed(-2, 'User denied'),
  });

const checkNfc: ActionHandler = () => failed(-600, 'This device does not support NFC');

const scanNfc: ActionHandler = async (parameters, host) =>
  outcomeOf(await ask(host, { kind: 'scan-nfc', details: { ...parameters } }), {
    granted: (value) => done(value ?? {}),
    denied: failed(NATIVE_ERROR.scanCancelled, 'User cancel'),
  });

export const openingActions: ActionTable = {
  'action.open.inapp': openBrowser,
  'action.open.document': openDocument,
  'action.open.outapp': openOutside((parameters) => `Mở ra ngoài: ${asText(parameters['url'])}`),
  'action.open.phone': openOutside((parameters) => `Gọi ${asText(parameters['phoneNumber'] ?? parameters['phone'])}`),
  'action.open.sms': openOutside(
    (parameters) => `Nhắn tin ${asText(parameters['phoneNumber'] ?? parameters['phone'])}`,
  ),
  'action.open.mp': openMiniApp,
  'action.open.qr': scanQr,
  'action.open.sharesheet': share,
  'action.create.shortcut': createShortcut,
  'action.mp.select.payment.method': selectPaymentMethod,
  'action.mp.confirm.request.payment': confirmPayment,
  'action.request.permission.camera': camera,
  'action.check.nfc': checkNfc,
  'action.scan.nfc': scanNfc,
};
