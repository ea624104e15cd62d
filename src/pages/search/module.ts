import { paths } from '#nav';
import { utilityModule } from '#page-module';

const title = { vi: 'Tìm kiếm', en: 'Search' };

export const searchModule = utilityModule({
  id: 'search',
  screens: [{ path: paths.search, level: 0, title, load: () => import('./search-screen') }],
});
