import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { shopIcon } from '#ui/icons';

const title = { vi: 'Cửa hàng 4.0', en: 'Store 4.0' };

export const storesModule = utilityModule({
  id: 'stores',
  tiles: [{ label: title, icon: shopIcon, to: paths.stores(), order: 40 }],
  screens: [
    { path: paths.stores, level: 0, title, load: () => import('./stores-screen') },
    {
      path: paths.registerStore,
      level: 1,
      title: { vi: 'Đăng ký tiệm', en: 'Register a shop' },
      why: {
        vi: 'Để giữ bản đăng ký của riêng bạn và để cán bộ gọi lại khi cần hỏi.',
        en: 'To keep your registration yours, and so that the officer can call you back.',
      },
      load: () => import('./register-store-screen'),
    },
  ],
});
