import { paths } from '#nav';
import { utilityModule } from '#page-module';

export const privacyModule = utilityModule({
  id: 'privacy',
  screens: [
    {
      path: paths.privacy,
      level: 1,
      title: { vi: 'Quyền riêng tư', en: 'Privacy' },
      why: {
        vi: 'Để chỉ bạn xem, tải về và xóa được dữ liệu của mình.',
        en: 'So that only you can see, take along and delete what is yours.',
      },
      load: () => import('./privacy-screen'),
    },
    {
      path: paths.erased,
      level: 0,
      title: { vi: 'Đã xóa', en: 'Deleted' },
      load: () => import('./erased-screen'),
    },
  ],
});
