import { paths } from '#nav';
import { publicServiceModule } from '#page-module';
import { folderIcon } from '#ui/icons';

const mine = { vi: 'Hồ sơ của tôi', en: 'My dossiers' };

export const dossiersModule = publicServiceModule({
  id: 'dossiers',
  tiles: [{ label: mine, icon: folderIcon, to: paths.dossiers(), order: 2 }],
  tab: { label: { vi: 'Hồ sơ', en: 'Dossiers' }, icon: folderIcon, to: paths.dossiers(), order: 2 },
  screens: [
    {
      path: paths.submitDossier,
      title: { vi: 'Nộp hồ sơ', en: 'File a dossier' },
      why: {
        vi: 'Để nộp hồ sơ, cơ quan cần biết chắc người nộp là bạn.',
        en: 'To take your dossier, the office must be sure that it is you.',
      },
      load: () => import('./submit-screen'),
    },
    {
      path: paths.dossiers,
      title: mine,
      why: {
        vi: 'Để mở hồ sơ và bản nháp của bạn, và của riêng bạn.',
        en: 'To open your dossiers and drafts, and nobody else’s.',
      },
      load: () => import('./dossier-list-screen'),
    },
    {
      path: paths.dossier,
      title: { vi: 'Theo dõi hồ sơ', en: 'Follow a dossier' },
      why: {
        vi: 'Để chỉ bạn xem được hồ sơ này.',
        en: 'So that only you can see this dossier.',
      },
      load: () => import('./dossier-screen'),
    },
    {
      path: paths.supplement,
      title: { vi: 'Bổ sung hồ sơ', en: 'Add what is missing' },
      why: {
        vi: 'Để chỉ bạn gửi thêm được giấy tờ cho hồ sơ này.',
        en: 'So that only you can add to this dossier.',
      },
      load: () => import('./supplement-screen'),
    },
  ],
});
