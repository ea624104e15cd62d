import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { homeIcon } from '#ui/icons';

const title = { vi: 'Trang chủ', en: 'Home' };

export const homeModule = utilityModule({
  id: 'home',
  tab: { label: title, icon: homeIcon, to: paths.home(), order: 1 },
  screens: [{ path: paths.home, level: 0, title, load: () => import('./home-screen') }],
});
