import type { Schemas } from '@dvc/contract';
import { usePages } from '#api';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { paths, usePlace } from '#nav';
import { Alerts } from '#ui/alerts';
import { Choices } from '#ui/choices';
import { Coming } from '#ui/coming';
import { newsIcon } from '#ui/icons';
import { List } from '#ui/list';
import { MorePages, SavedCopy } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { ArticleRow } from './parts/article-row';
import { texts } from './texts';

/** News page by page, by topic; alerts that still hold stand on top. The topic is in the address. */
export default function NewsListScreen() {
  const t = useTexts(texts);
  const topic = usePlace(paths.news).query['chu-de'];
  const pages = usePages('listArticles', { query: { ...(topic === undefined ? {} : { topic }) } });
  const { first, items, error, reload, savedAt } = pages;
  return (
    <Screen title={t.title} busy={first === undefined && error === undefined}>
      <SavedCopy at={savedAt} />
      {first === undefined ? (
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />
      ) : (
        <>
          <Urgent alerts={first.alerts} />
          <Topics topics={first.topics} chosen={topic} />
          {items.length === 0 ? (
            <Empty icon={newsIcon} title={topic === undefined ? t.noneAtAll : t.none}>
              {topic === undefined ? t.noneAtAllMore : t.noneMore}
            </Empty>
          ) : (
            <section className="sec">
              <h2>{t.list}</h2>
              <List label={t.list}>
                {items.map((article) => (
                  <ArticleRow key={article.slug} article={article} />
                ))}
              </List>
              <MorePages {...pages} />
            </section>
          )}
        </>
      )}
    </Screen>
  );
}

function Topics({ topics, chosen }: { topics: readonly Schemas['NewsTopic'][]; chosen: string | undefined }) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (topics.length < 2) return null;
  const all = { to: paths.news(), label: t.allTopics, chosen: chosen === undefined };
  const each = topics.map((topic) => ({
    to: paths.news({ 'chu-de': topic.id }),
    label: topic[language],
    chosen: topic.id === chosen,
  }));
  return <Choices label={t.topics} choices={[all, ...each]} />;
}

function Urgent({ alerts }: { alerts: readonly Schemas['ArticleSummary'][] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  // A copy from the phone may hold alerts that are over by now.
  const holding = alerts.filter(({ alertUntil }) => alertUntil !== null && new Date(alertUntil) > now());
  if (holding.length === 0) return null;
  return (
    <div className="mt-3">
      <Alerts
        label={t.alerts}
        alerts={holding.map(({ slug, title, alertUntil }) => ({
          to: paths.article({ slug }),
          title,
          until: alertUntil === null ? null : t.alertUntil(momentInWords(alertUntil, now(), language)),
        }))}
      />
    </div>
  );
}
