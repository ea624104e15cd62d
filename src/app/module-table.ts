import type { PageModule } from '#page-module';
import { aboutModule } from '../pages/about/module';
import { authoritiesModule } from '../pages/authorities/module';
import { appointmentsModule } from '../pages/appointments/module';
import { delegationsModule } from '../pages/delegations/module';
import { digitalCitizenModule } from '../pages/digital-citizen/module';
import { directoryModule } from '../pages/directory/module';
import { dossiersModule } from '../pages/dossiers/module';
import { fieldReportsModule } from '../pages/field-reports/module';
import { homeModule } from '../pages/home/module';
import { identityModule } from '../pages/identity/module';
import { mediaModule } from '../pages/media/module';
import { newsModule } from '../pages/news/module';
import { notificationsModule } from '../pages/notifications/module';
import { numbersModule } from '../pages/numbers/module';
import { paymentsModule } from '../pages/payments/module';
import { privacyModule } from '../pages/privacy/module';
import { proceduresModule } from '../pages/procedures/module';
import { searchModule } from '../pages/search/module';
import { questionsModule } from '../pages/questions/module';
import { settingsModule } from '../pages/settings/module';
import { storesModule } from '../pages/stores/module';
import { tuitionModule } from '../pages/tuition/module';
import { walletModule } from '../pages/wallet/module';
import { trackingModule } from '../pages/tracking/module';

/** Every module there is, and with it every screen, tile and tab. */
export const moduleTable: readonly PageModule[] = [
  homeModule,
  searchModule,
  proceduresModule,
  dossiersModule,
  walletModule,
  trackingModule,
  fieldReportsModule,
  storesModule,
  tuitionModule,
  paymentsModule,
  delegationsModule,
  directoryModule,
  authoritiesModule,
  questionsModule,
  appointmentsModule,
  newsModule,
  mediaModule,
  notificationsModule,
  digitalCitizenModule,
  privacyModule,
  identityModule,
  numbersModule,
  settingsModule,
  aboutModule,
];
