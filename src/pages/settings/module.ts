import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { lettersIcon } from '#ui/icons';

export const settingsModule = utilityModule({
  id: 'settings',
  tiles: [
    {
      label: { vi: 'Cỡ chữ, ngôn ngữ', en: 'Text size, language' },
      icon: lettersIcon,
      to: paths.settings(),
      order: 70,
    },
  ],
  screens: [
    {
      path: paths.settings,
      level: 0,
      title: { vi: 'Cài đặt', en: 'Settings' },
      load: () => import('./settings-screen'),
    },
  ],
});
