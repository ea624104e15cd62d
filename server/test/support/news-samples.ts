import { smallJpeg } from './sample-papers.ts';
import type { Belongings, Sample } from './operation-samples.ts';

/** One of the sample articles, and its picture. */
const ARTICLE = '90a7c1e0-0000-4000-8000-000000000001';
/** One to be taken back. */
const ANOTHER = '90a7c1e0-0000-4000-8000-000000000002';
const PICTURE = '90a7c1e0-0000-4000-8000-0000000000a1';

/** One well-formed request for every operation about news, TV and radio. */
export const newsSamples = {
  listArticles: () => ({ url: '/news?topic=dich-vu-cong' }),
  listChannels: () => ({ url: '/channels?kind=tv' }),
  handInProgramme: () => ({
    url: '/integration/channels/tv-tay-ninh/programmes/2026-11-23',
    body: { items: [{ at: '06:30', title: 'Thời sự' }] },
  }),
  readHeadlines: () => ({ url: '/headlines' }),
  readArticle: () => ({ url: '/news/nop-ho-so-qua-zalo-bon-viec-nen-biet-truoc-90a7c1e0' }),
  readNewsPicture: () => ({ url: `/news-pictures/${PICTURE}?width=480` }),
  listArticlesForOffice: () => ({ url: '/integration/news' }),
  readArticleForOffice: () => ({ url: `/integration/news/${ARTICLE}` }),
  publishArticle: () => ({
    url: '/integration/news/90a7c1e0-0000-4000-8000-0000000000f1',
    body: { title: 'Tin thử', summary: 'Một câu', html: '<p>Chữ</p>', topic: 'an-toan', author: 'Tòa soạn' },
  }),
  withdrawArticle: () => ({
    url: `/integration/news/${ANOTHER}/withdrawal`,
    body: { by: 'Tòa soạn', reason: 'Thử' },
    destroys: 1,
  }),
  handInNewsPicture: () => ({
    url: '/integration/news-pictures?alt=Anh%20thu',
    body: smallJpeg,
    headers: { 'content-type': 'image/jpeg' },
  }),
} satisfies Readonly<Record<string, (of: Belongings) => Sample>>;
