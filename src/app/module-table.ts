import type { PageModule } from '#page-module';
import { aboutModule } from '../pages/about/module';
import { delegationsModule } from '../pages/delegations/module';
import { digitalCitizenModule } from '../pages/digital-citizen/module';
import { dossiersModule } from '../pages/dossiers/module';
import { homeModule } from '../pages/home/module';
import { identityModule } from '../pages/identity/module';
import { notificationsModule } from '../pages/notifications/module';
import { proceduresModule } from '../pages/procedures/module';
import { settingsModule } from '../pages/settings/module';
import { walletModule } from '../pages/wallet/module';
import { trackingModule } from '../pages/tracking/module';

/** Every module there is, and with it every screen, tile and tab. */
export const moduleTable: readonly PageModule[] = [
  homeModule,
  proceduresModule,
  dossiersModule,
  walletModule,
  trackingModule,
  delegationsModule,
  notificationsModule,
  digitalCitizenModule,
  identityModule,
  settingsModule,
  aboutModule,
];
