import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { phoneIcon } from '#ui/icons';

const title = { vi: 'Danh bạ', en: 'Directory' };

export const directoryModule = utilityModule({
  id: 'directory',
  tiles: [{ label: title, icon: phoneIcon, to: paths.places({ topic: 'hotline' }), order: 7 }],
  screens: [
    { path: paths.places, level: 0, title, load: () => import('./places-screen') },
    { path: paths.place, level: 0, title, load: () => import('./place-screen') },
  ],
});
