import type { Deps } from '#core/deps';
import type { Handlers } from '#core/handler';
import { createCitizenModules } from './modules/citizen-modules.ts';
import { createDossierModules } from './modules/dossier-modules.ts';
import { createFindingModules } from './modules/finding-modules.ts';
import { createIdentityModule } from './modules/identity/module.ts';
import { createMediaModule } from './modules/media/module.ts';
import { createNewsModule } from './modules/news/module.ts';
import { createNotificationsModule } from './modules/notifications/module.ts';
import { createPaymentModules } from './modules/payment-modules.ts';
import { createOperationsModule } from './modules/operations/module.ts';
import { createPersonalModule } from './modules/personal-modules.ts';
import { createRevocationsModule } from './modules/revocations/module.ts';
import { createSessionModule } from './modules/session/module.ts';
import { createStoreModules } from './modules/store-modules.ts';

/** Every module of the server, one line each. A module is deleted by deleting its folder, its line and its contract file. */
export const moduleTable: readonly ((deps: Deps) => Handlers | Promise<Handlers>)[] = [
  createSessionModule,
  createIdentityModule,
  createNotificationsModule,
  createRevocationsModule,
  createOperationsModule,
  createDossierModules,
  createPaymentModules,
  createStoreModules,
  createFindingModules,
  createNewsModule,
  createMediaModule,
  createCitizenModules,
  createPersonalModule,
];
