import { paths } from '#nav';
import { utilityModule } from '#page-module';

export const identityModule = utilityModule({
  id: 'identity',
  screens: [
    {
      path: paths.link,
      // Whoever follows somebody else's link must be warned, not asked for a phone number first.
      level: 0,
      title: { vi: 'Liên kết tài khoản', en: 'Link your account' },
      load: () => import('./link-screen'),
    },
  ],
});
