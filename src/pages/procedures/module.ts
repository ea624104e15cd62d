import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { submitIcon } from '#ui/icons';

const list = { vi: 'Thủ tục', en: 'Procedures' };

export const proceduresModule = utilityModule({
  id: 'procedures',
  tiles: [{ label: { vi: 'Nộp hồ sơ', en: 'File a dossier' }, icon: submitIcon, to: paths.procedures(), order: 1 }],
  screens: [
    { path: paths.procedures, level: 0, title: list, load: () => import('./procedure-list-screen') },
    {
      path: paths.procedure,
      level: 0,
      title: { vi: 'Hướng dẫn thủ tục', en: 'Guide to a procedure' },
      load: () => import('./procedure-guide-screen'),
    },
  ],
});
