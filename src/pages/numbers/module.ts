import { paths } from '#nav';
import { utilityModule } from '#page-module';

export const numbersModule = utilityModule({
  id: 'numbers',
  screens: [
    {
      path: paths.numbers,
      level: 0,
      title: { vi: 'Số liệu của tỉnh', en: 'The province’s numbers' },
      load: () => import('./numbers-screen'),
    },
  ],
});
