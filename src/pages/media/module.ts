import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { tvIcon } from '#ui/icons';

const tv = { vi: 'Truyền hình', en: 'Television' };

export const mediaModule = utilityModule({
  id: 'media',
  tiles: [{ label: { vi: 'Truyền hình, phát thanh', en: 'TV, radio' }, icon: tvIcon, to: paths.tv(), order: 43 }],
  screens: [
    { path: paths.tv, level: 0, title: tv, load: () => import('./tv-screen') },
    { path: paths.radio, level: 0, title: { vi: 'Phát thanh', en: 'Radio' }, load: () => import('./radio-screen') },
  ],
});
