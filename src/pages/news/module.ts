import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { newsIcon } from '#ui/icons';

const title = { vi: 'Tin tức', en: 'News' };

export const newsModule = utilityModule({
  id: 'news',
  tiles: [{ label: title, icon: newsIcon, to: paths.news(), order: 42 }],
  screens: [
    { path: paths.news, level: 0, title, load: () => import('./news-list-screen') },
    { path: paths.article, level: 0, title, load: () => import('./article-screen') },
  ],
});
