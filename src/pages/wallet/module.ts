import { paths } from '#nav';
import { publicServiceModule } from '#page-module';

export const walletModule = publicServiceModule({
  id: 'wallet',
  screens: [
    {
      path: paths.wallet,
      title: { vi: 'Giấy tờ của tôi', en: 'My documents' },
      why: {
        vi: 'Để mở kết quả và biên nhận của bạn, và của riêng bạn.',
        en: 'To open your results and receipts, and nobody else’s.',
      },
      load: () => import('./wallet-screen'),
    },
    {
      path: paths.document,
      title: { vi: 'Giấy tờ', en: 'Document' },
      why: { vi: 'Để chỉ bạn mở được giấy tờ này.', en: 'So that only you can open this document.' },
      load: () => import('./document-screen'),
    },
  ],
});
