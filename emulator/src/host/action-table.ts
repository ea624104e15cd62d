import { accountActions } from './actions/account-actions.ts';
import { fileActions } from './actions/file-actions.ts';
import { identityActions } from './actions/identity-actions.ts';
import { openingActions } from './actions/opening-actions.ts';
import { storageActions } from './actions/storage-actions.ts';
import { viewActions } from './actions/view-actions.ts';
import type { ActionTable } from './host-context.ts';

/** Every native action the emulator knows, for the visible phone and the bare page alike. */
export const ACTIONS: ActionTable = {
  ...identityActions,
  ...accountActions,
  ...openingActions,
  ...fileActions,
  ...storageActions,
  ...viewActions,
};

/** The first Zalo build that knows an action; older ones answer "unsupported". */
export const SINCE: Readonly<Record<string, { android: number; ios: number }>> = {
  'action.open.document': { android: 25091842, ios: 666 },
  'action.get.device_info': { android: 25102854, ios: 674 },
  'action.scan.nfc': { android: 12100754, ios: 620 },
  'action.check.nfc': { android: 12100754, ios: 626 },
};
