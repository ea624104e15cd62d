// The SDK's functions this app uses, and no others: what is not named here is not in the bundle.
export { authorize, events, EventName, getAccessToken, getPhoneNumber, nativeStorage, openWebview } from 'zmp-sdk/apis';
