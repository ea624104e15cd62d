import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { personIcon } from '#ui/icons';

export const digitalCitizenModule = utilityModule({
  id: 'digital-citizen',
  tab: { label: { vi: 'Cá nhân', en: 'Me' }, icon: personIcon, to: paths.digitalCitizen(), order: 4 },
  tiles: [
    { label: { vi: 'Công dân số', en: 'Digital citizen' }, icon: personIcon, to: paths.digitalCitizen(), order: 60 },
  ],
  screens: [
    {
      path: paths.digitalCitizen,
      level: 0,
      title: { vi: 'Công dân số', en: 'Digital citizen' },
      load: () => import('./digital-citizen-screen'),
    },
  ],
});
