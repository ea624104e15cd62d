import { paths } from '#nav';
import { utilityModule } from '#page-module';

export const paymentsModule = utilityModule({
  id: 'payments',
  screens: [
    {
      path: paths.payments,
      level: 1,
      title: { vi: 'Các lần đóng tiền', en: 'My payments' },
      load: () => import('./payments-screen'),
    },
    {
      path: paths.payment,
      level: 1,
      title: { vi: 'Đóng tiền', en: 'Payment' },
      load: () => import('./payment-screen'),
    },
  ],
});
