import { paths } from '#nav';
import { utilityModule } from '#page-module';

const why = {
  vi: 'Để chỉ bạn thấy khoản bạn đóng, và chúng tôi báo được kết quả.',
  en: 'So that only you see what you pay, and we can tell you the result.',
};

export const paymentsModule = utilityModule({
  id: 'payments',
  screens: [
    {
      path: paths.payments,
      level: 1,
      title: { vi: 'Khoản đã đóng', en: 'My payments' },
      why,
      load: () => import('./payments-screen'),
    },
    {
      path: paths.payment,
      level: 1,
      title: { vi: 'Đóng tiền', en: 'Payment' },
      why,
      load: () => import('./payment-screen'),
    },
  ],
});
