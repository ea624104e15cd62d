import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { speakIcon } from '#ui/icons';

const title = { vi: 'Phản ánh', en: 'Reports' };
const send = { vi: 'Gửi phản ánh', en: 'Report a problem' };
const why = {
  vi: 'Để cơ quan hỏi lại được và báo kết quả cho bạn. Số của bạn không hiện cho người khác.',
  en: 'So that the office can ask back and tell you the result. Others never see your number.',
};

export const fieldReportsModule = utilityModule({
  id: 'field-reports',
  tab: { label: title, icon: speakIcon, to: paths.reports(), order: 3 },
  tiles: [{ label: send, icon: speakIcon, to: paths.sendReport(), order: 4 }],
  outbox: {
    report: async () => (await import('./report-delivery')).reportKind,
    'report-addition': async () => (await import('./addition-delivery')).additionKind,
  },
  screens: [
    { path: paths.reports, level: 0, title, load: () => import('./report-list-screen') },
    {
      path: paths.sendReport,
      level: 1,
      title: send,
      why,
      worksOffline: true,
      load: () => import('./report-form-screen'),
    },
    {
      path: paths.myReports,
      level: 1,
      title: { vi: 'Phản ánh của tôi', en: 'My reports' },
      why,
      worksOffline: true,
      load: () => import('./my-reports-screen'),
    },
    { path: paths.report, level: 0, title, load: () => import('./report-screen') },
  ],
});
