import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { officeIcon } from '#ui/icons';

const title = { vi: 'Cơ quan', en: 'Authorities' };

export const authoritiesModule = utilityModule({
  id: 'authorities',
  tiles: [
    {
      label: { vi: 'Cơ quan, xã phường', en: 'Offices, communes' },
      icon: officeIcon,
      to: paths.authorities(),
      order: 8,
    },
  ],
  screens: [
    { path: paths.authorities, level: 0, title, load: () => import('./authorities-screen') },
    { path: paths.authority, level: 0, title, load: () => import('./authority-screen') },
  ],
});
