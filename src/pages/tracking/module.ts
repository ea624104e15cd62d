import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { findIcon } from '#ui/icons';

const title = { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' };

export const trackingModule = utilityModule({
  id: 'tracking',
  tiles: [{ label: title, icon: findIcon, to: paths.track(), order: 3 }],
  screens: [{ path: paths.track, level: 0, title, load: () => import('./tracking-screen') }],
});
