import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { now } from '#lib/clock';
import { defineTexts } from '#lib/texts';
import { paths } from '#nav';
import { newsIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { useLanguage, useTexts } from '#ui/texts';

const texts = defineTexts({
  vi: {
    alerts: 'Tin khẩn',
    until: (moment: string) => `Tin khẩn, đến ${moment}`,
    latest: 'Tin mới',
    sample: 'tin mẫu',
    all: 'Xem tất cả tin',
  },
  en: {
    alerts: 'Urgent',
    until: (moment: string) => `Urgent, until ${moment}`,
    latest: 'Latest news',
    sample: 'sample',
    all: 'See all news',
  },
});

type Summary = Schemas['ArticleSummary'];

/** Nobody waits for news at home: what does not come is not shown. */
export function Headlines({ part }: { part: 'alerts' | 'latest' }) {
  const { data } = useOperation('readHeadlines', {});
  if (data === undefined) return null;
  return part === 'alerts' ? <Alerts alerts={data.alerts} /> : <Latest articles={data.latest} />;
}

function Alerts({ alerts }: { alerts: readonly Summary[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (alerts.length === 0) return null;
  return (
    <section className="grid gap-3" aria-label={t.alerts}>
      {alerts.map(({ slug, title, alertUntil }) => (
        <Notice
          key={slug}
          tone="bad"
          title={
            <Link className="tap-line" to={paths.article({ slug })}>
              <span lang="vi">{title}</span>
            </Link>
          }
        >
          {alertUntil === null ? null : t.until(momentInWords(alertUntil, now(), language))}
        </Notice>
      ))}
    </section>
  );
}

function Latest({ articles }: { articles: readonly Summary[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (articles.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t.latest}</h2>
      <List label={t.latest}>
        {articles.map(({ slug, title, publishedAt, sample }) => (
          <Row
            key={slug}
            icon={newsIcon}
            title={title}
            lang="vi"
            meta={[longDate(dayOf(publishedAt), language), ...(sample ? [t.sample] : [])].join(' · ')}
            to={paths.article({ slug })}
          />
        ))}
        <Row title={t.all} to={paths.news()} />
      </List>
    </section>
  );
}
