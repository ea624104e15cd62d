import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { infoIcon } from '#ui/icons';

export const aboutModule = utilityModule({
  id: 'about',
  tiles: [{ label: { vi: 'Giới thiệu, liên hệ', en: 'About, contact' }, icon: infoIcon, to: paths.about(), order: 80 }],
  screens: [
    { path: paths.about, level: 0, title: { vi: 'Giới thiệu', en: 'About' }, load: () => import('./about-screen') },
    {
      path: paths.terms,
      level: 0,
      title: { vi: 'Điều khoản và quyền riêng tư', en: 'Terms and privacy' },
      load: () => import('./terms-screen'),
    },
  ],
});
