import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { bellIcon } from '#ui/icons';

const title = { vi: 'Thông báo', en: 'Notices' };
const why = {
  vi: 'Để giữ thông báo của riêng bạn, cơ quan cần một số điện thoại của bạn.',
  en: 'To keep notices that are yours alone, the office needs a phone number of yours.',
};
const entry = { label: title, icon: bellIcon, to: paths.inbox() };

export const notificationsModule = utilityModule({
  id: 'notifications',
  tiles: [{ ...entry, order: 50 }],
  screens: [
    {
      path: paths.inbox,
      level: 1,
      title,
      why,
      load: () => import('./inbox-screen'),
    },
    {
      path: paths.noticeChoices,
      level: 1,
      title: { vi: 'Chọn tin nhận', en: 'Choose your notices' },
      why,
      load: () => import('./choices-screen'),
    },
  ],
});
