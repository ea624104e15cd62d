import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { now } from '#lib/clock';
import { defineTexts } from '#lib/texts';
import { paths } from '#nav';
import { Alerts } from '#ui/alerts';
import { newsIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';

const texts = defineTexts({
  vi: {
    alerts: 'Tin khẩn',
    until: (moment: string) => `Tin khẩn, đến ${moment}`,
    latest: 'Tin mới',
    sample: 'tin\u00a0mẫu',
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
  const t = useTexts(texts);
  const language = useLanguage();
  const { data } = useOperation('readHeadlines', {});
  if (data === undefined) return null;
  if (part === 'latest') return <Latest articles={data.latest} />;
  // The app may have stayed open past the end of one.
  const holding = data.alerts.filter(({ alertUntil }) => alertUntil === null || new Date(alertUntil) > now());
  const alerts = holding.map(({ slug, title, alertUntil }) => ({
    to: paths.article({ slug }),
    title,
    until: alertUntil === null ? null : t.until(momentInWords(alertUntil, now(), language)),
  }));
  return <Alerts label={t.alerts} alerts={alerts} />;
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
