import type * as sdk from 'zmp-sdk/apis';

/** `actions` are the native actions the call sends; none: it needs only HTTP or the page itself. */
export type Coverage =
  { how: 'emulated'; actions: readonly string[] } | { how: 'refused'; actions: readonly string[]; because: string };

type AnyFunction = (...given: never[]) => unknown;
type Constructor = abstract new (...given: never[]) => unknown;

/** `getItem` of `nativeStorage` is written `nativeStorage.getItem`. */
type MembersOf<Name extends string, Value> = {
  [Key in keyof Value & string]: Value[Key] extends AnyFunction ? `${Name}.${Key}` : never;
}[keyof Value & string];

type CallableNames = {
  [Name in keyof typeof sdk & string]: (typeof sdk)[Name] extends AnyFunction
    ? Name
    : (typeof sdk)[Name] extends Constructor | Record<string, string>
      ? never
      : MembersOf<Name, (typeof sdk)[Name]>;
}[keyof typeof sdk & string];

/** Every callable export of zmp-sdk/apis; a new SDK with a new export does not compile until someone decides about it. */
type CoverageTable = Readonly<Record<CallableNames, Coverage>>;

const emulated = (...actions: string[]): Coverage => ({ how: 'emulated', actions });
const refused = (because: string, ...actions: string[]): Coverage => ({ how: 'refused', actions, because });

const BEACON = refused('no Bluetooth here', 'action.scan.ibeacon');
const ADS = refused('a public service shows no advertisements');
const WIDGET = refused("Zalo's widget pages are not public");
const PURCHASES = refused('in-app purchases are not for fees of the state', 'action.iap.requestpayment');
const ZINSTANT = refused("Zalo's own view language is not public", 'action.mp.open.zinstantview');
const LOCAL_FILES = 'files on the phone are not used: the server keeps them';
const MPDS = emulated('action.zbrowser.mpds');
const SYNC_STORAGE = emulated();
const VIEW = emulated('action.change.actionbar');
const BOTTOM = emulated('action.change.bottombar');

export const COVERAGE: CoverageTable = {
  addRating: refused('ratings live in the Zalo app', 'action.mp.add.rating'),
  authorize: emulated('action.mp.user.authorize'),
  checkNFC: emulated('action.check.nfc'),
  checkStateBioAuthentication: refused('no fingerprints here', 'action.prompt.authentication.check_state'),
  checkTransaction: emulated(),
  checkZaloCameraPermission: refused('use requestCameraPermission'),
  chooseImage: emulated(),
  clearStorage: MPDS,
  closeApp: emulated('action.window.close'),
  closeLoading: emulated('action.mp.close.loadingview'),
  configAppView: VIEW,
  connectWifi: refused('no Wi-Fi here', 'action.mp.join.wifi'),
  createCameraContext: refused('the camera stream is left to the browser'),
  createOrder: emulated('action.open.inapp'),
  createOrderIAP: PURCHASES,
  createShortcut: emulated('action.create.shortcut'),
  displayAd: ADS,
  downloadFile: emulated('action.save.file'),
  'events.addListener': emulated(),
  'events.emit': emulated(),
  'events.eventNames': emulated(),
  'events.listenerCount': emulated(),
  'events.listeners': emulated(),
  'events.off': emulated(),
  'events.on': emulated(),
  'events.once': emulated(),
  'events.removeAllListeners': emulated(),
  'events.removeListener': emulated(),
  favoriteApp: refused('favourites live in the Zalo app', 'action.mp.add.myfavorites'),
  followOA: emulated('action.follow.oa'),
  getAccessToken: emulated('action.jump.login'),
  getAppInfo: emulated(),
  getAuthCode: emulated('action.jump.login'),
  getBeacons: BEACON,
  getContext: emulated('action.jump.login'),
  getContextAsync: emulated('action.jump.login'),
  getDeviceId: emulated('action.jump.login'),
  getDeviceIdAsync: emulated('action.jump.login'),
  getDeviceInfo: emulated('action.get.device_info'),
  getEntrySource: emulated('action.jump.login'),
  getIDToken: emulated('action.jump.login'),
  getLocation: emulated('action.get.location'),
  getNetworkType: emulated('action.webview.networktype'),
  getPhoneNumber: emulated('action.mp.get.number'),
  getRouteParams: emulated(),
  getSetting: emulated(),
  getShareableLink: emulated(),
  getStorage: MPDS,
  getStorageInfo: MPDS,
  getSystemInfo: emulated(),
  getUserID: emulated('action.jump.login'),
  getUserInfo: emulated(),
  getVersion: emulated(),
  getZPIToken: refused('a partner token nobody here has'),
  hideKeyboard: emulated('action.hide.keyboard'),
  interactOA: emulated('action.mp.interact.oa'),
  interactOa: emulated('action.mp.interact.oa'),
  isAllowedInteractWithOA: emulated(),
  keepScreen: emulated('action.keep.screen'),
  loadAd: ADS,
  'LFSStorage.getFileInfo': refused(LOCAL_FILES, 'action.lfs.file.info'),
  'LFSStorage.getSavedFileList': refused(LOCAL_FILES, 'action.lfs.list'),
  'LFSStorage.isSupportLFS': refused(LOCAL_FILES),
  'LFSStorage.removeSavedFile': refused(LOCAL_FILES, 'action.lfs.file.remove'),
  'LFSStorage.saveFile': refused(LOCAL_FILES, 'action.lfs.file.save'),
  login: emulated('action.jump.login'),
  minimizeApp: emulated('action.ma.menu.minimize'),
  'nativeStorage.clear': SYNC_STORAGE,
  'nativeStorage.getItem': SYNC_STORAGE,
  'nativeStorage.getStorageInfo': SYNC_STORAGE,
  'nativeStorage.removeItem': SYNC_STORAGE,
  'nativeStorage.setItem': SYNC_STORAGE,
  offConfirmToExit: emulated('action.change.actionbar.leftbutton.type'),
  offKeepScreen: emulated('action.keep.screen'),
  onCallbackData: emulated(),
  onConfirmToExit: emulated('action.change.actionbar.leftbutton.type'),
  onKeepScreen: emulated('action.keep.screen'),
  onNetworkStatusChange: emulated('action.webview.networktype'),
  openBioAuthentication: refused('no fingerprints here', 'action.prompt.authentication'),
  openChat: emulated('action.open.chat'),
  openDocument: emulated('action.open.document'),
  openGroupList: refused('no groups here', 'action.open.grouplist'),
  openMediaPicker: emulated('action.pick.media'),
  openMiniApp: emulated('action.open.mp'),
  openOutApp: emulated('action.open.outapp'),
  openPermissionSetting: emulated('action.ma.menu.permission'),
  openPhone: emulated('action.open.phone'),
  openPostFeed: refused('no timeline here', 'action.open.postfeed'),
  openProfile: emulated('action.open.profile'),
  openProfilePicker: refused('no contacts here', 'action.mp.open.profile.picker'),
  openSMS: emulated('action.open.sms'),
  openShareSheet: emulated('action.open.sharesheet'),
  openWebview: emulated('action.open.inapp'),
  purchase: refused('the self-integrated way of paying is not used'),
  refreshAd: ADS,
  removeStorage: MPDS,
  requestCameraPermission: emulated('action.request.permission.camera'),
  requestSendNotification: emulated('action.mp.send.notification'),
  requestUpdateZalo: emulated(),
  saveImageToGallery: emulated('action.save.image.gallery'),
  saveVideoToGallery: refused('no videos to save', 'action.save.video.gallery'),
  scanNFC: emulated('action.scan.nfc'),
  scanQRCode: emulated('action.open.qr'),
  selectPaymentMethod: emulated('action.mp.select.payment.method'),
  sendDataToPreviousMiniApp: refused('there is one mini app here', 'action.webview.set.result'),
  setAccessToken: emulated(),
  setAndroidBottomNavigationBar: BOTTOM,
  setIOSBottomSafeArea: BOTTOM,
  setNavigationBarColor: VIEW,
  setNavigationBarLeftButton: emulated('action.change.actionbar.leftbutton.type'),
  setNavigationBarTitle: emulated('action.change.title.header'),
  setStatusBar: VIEW,
  setStorage: MPDS,
  setupAd: ADS,
  showCustomOAWidget: WIDGET,
  showFunctionButtonWidget: WIDGET,
  showOAWidget: WIDGET,
  showToast: emulated('action.show.toast'),
  startBeaconDiscovery: BEACON,
  stopBeaconDiscovery: BEACON,
  'trackingManager.logEvent': emulated(),
  unfollowOA: emulated('action.unfollow.oa'),
  vibrate: emulated('action.interactive.vibration'),
  viewOAQr: refused('the QR of the account is not drawn', 'action.view.myqr'),
  'CheckoutKit.purchase': WIDGET,
  'CheckoutKit.showWidget': WIDGET,
  'CheckoutSDK.checkTransaction': emulated(),
  'CheckoutSDK.createOrder': emulated('action.open.inapp'),
  'CheckoutSDK.createOrderIAP': PURCHASES,
  'CheckoutSDK.openCheckoutPopup': ZINSTANT,
  'CheckoutSDK.purchase': refused('the self-integrated way of paying is not used'),
  'CheckoutSDK.selectPaymentMethod': emulated('action.mp.select.payment.method'),
  'Payment.checkTransaction': emulated(),
  'Payment.createOrder': emulated('action.open.inapp'),
  'Payment.createOrderIAP': PURCHASES,
  'Payment.openCheckoutPopup': ZINSTANT,
  'Payment.purchase': refused('the self-integrated way of paying is not used'),
  'Payment.selectPaymentMethod': emulated('action.mp.select.payment.method'),
};

const actionsOf = (how: Coverage['how']): string[] =>
  Object.values(COVERAGE).flatMap((entry) => (entry.how === how ? entry.actions : []));

export const EMULATED_ACTIONS: ReadonlySet<string> = new Set(actionsOf('emulated'));

/** Native answers these with −5, which the SDK turns into −1404. */
export const REFUSED_ACTIONS: ReadonlySet<string> = new Set(actionsOf('refused'));
