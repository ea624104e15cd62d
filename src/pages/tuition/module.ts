import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { paperIcon } from '#ui/icons';

const title = { vi: 'Đóng học phí', en: 'School fees' };
const why = {
  vi: 'Để nhớ các con của bạn, và để chúng tôi báo được kết quả đóng tiền.',
  en: 'To remember your children, and to tell you the result of a payment.',
};

export const tuitionModule = utilityModule({
  id: 'tuition',
  tiles: [{ label: title, icon: paperIcon, to: paths.tuition(), order: 5 }],
  screens: [
    { path: paths.tuition, level: 1, title, why, load: () => import('./tuition-screen') },
    {
      path: paths.bill,
      level: 1,
      title: { vi: 'Khoản thu', en: 'School bill' },
      why,
      load: () => import('./bill-screen'),
    },
  ],
});
