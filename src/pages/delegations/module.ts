import { paths } from '#nav';
import { publicServiceModule } from '#page-module';

export const delegationsModule = publicServiceModule({
  id: 'delegations',
  screens: [
    {
      path: paths.delegations,
      title: { vi: 'Làm giúp người khác', en: 'Act for another person' },
      why: {
        vi: 'Để biết chắc ai làm giúp ai.',
        en: 'To be sure who acts for whom.',
      },
      load: () => import('./delegations-screen'),
    },
  ],
});
