import { paths } from '#nav';
import { utilityModule } from '#page-module';

export const identityModule = utilityModule({
  id: 'identity',
  screens: [
    {
      path: paths.link,
      level: 1,
      title: { vi: 'Liên kết tài khoản', en: 'Link your account' },
      why: {
        vi: 'Để liên kết tài khoản công dân, cơ quan cần một số điện thoại của bạn trước.',
        en: 'Before a citizen account can be linked, the office needs a phone number of yours.',
      },
      load: () => import('./link-screen'),
    },
  ],
});
