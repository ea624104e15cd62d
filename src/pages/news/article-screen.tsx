import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { now } from '#lib/clock';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { readablePhone } from '#lib/phone-number';
import { paths, usePlace } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { alertIcon, infoIcon, linkIcon } from '#ui/icons';
import { SavedCopy } from '#ui/more-pages';
import { Notice } from '#ui/notice';
import { Opening } from '#ui/opening';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { dialNumber, openInAppBrowser } from '#zalo';
import { ArticleBody } from './parts/article-body';
import { NewsPicture } from './parts/news-picture';
import { ReadAloud } from './parts/read-aloud';
import { ShareArticle } from './parts/share-article';
import { texts } from './texts';

/** One article; stays readable without network once it was opened. */
export default function ArticleScreen() {
  const t = useTexts(texts);
  const { slug } = usePlace(paths.article).params;
  const { data: article, error, savedAt, reload } = useOperation('readArticle', { params: { articleSlug: slug } });
  if (article !== undefined && error?.kind !== 'missing') return <OneArticle article={article} savedAt={savedAt} />;
  const words = {
    ...{ opening: t.opening, failed: t.openFailed, failedMore: t.openFailedMore },
    ...{ missing: t.gone, missingMore: t.goneMore, toList: t.toList },
  };
  return <Opening error={error} reload={reload} words={words} list={paths.news()} />;
}

function OneArticle({ article, savedAt }: { article: Schemas['Article']; savedAt: Date | undefined }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [failed, setFailed] = useState<string>();
  const { about, html, pictures, author, source, changedAt } = article;
  const attempt = (act: Promise<void>, words: string): void => {
    setFailed(undefined);
    void act.catch(() => {
      setFailed(words);
    });
  };
  const openWeb = (url: string): void => attempt(openInAppBrowser(url), t.sourceFailed);
  const alert = about.alertUntil !== null && new Date(about.alertUntil) > now() ? about.alertUntil : undefined;
  return (
    <Screen title={about.title} lang="vi" eyebrow={about.topic[language]}>
      <p className="sub">
        {longDate(dayOf(about.publishedAt), language)}
        {changedAt === null ? null : ` · ${t.changed(momentInWords(changedAt, now(), language))}`}
      </p>
      {alert === undefined ? null : (
        <p className="mt-2">
          <Chip tone="bad" icon={alertIcon}>
            {t.alertUntil(momentInWords(alert, now(), language))}
          </Chip>
        </p>
      )}
      <SavedCopy at={savedAt} />
      {about.sample ? (
        <div className="mt-3">
          <Notice icon={infoIcon} title={t.sample}>
            {t.sampleMore}
          </Notice>
        </div>
      ) : null}
      <p className="lead mt-3" lang="vi">
        {about.summary}
      </p>
      <ReadAloud article={article} />
      {about.picture === null ? null : (
        <div className="mt-4">
          <NewsPicture picture={about.picture} />
        </div>
      )}
      <ArticleBody
        html={html}
        pictures={pictures}
        onWeb={openWeb}
        onCall={(number) => attempt(dialNumber(number), t.callFailed(readablePhone(number)))}
      />
      <p className="sub mt-5">{t.by(author)}</p>
      {failed === undefined ? null : (
        <Notice tone="bad" role="alert">
          {failed}
        </Notice>
      )}
      {source === null ? null : (
        <div className="mt-3">
          <Button look="second" icon={linkIcon} onClick={() => openWeb(source.url)}>
            {t.source(source.name)}
          </Button>
        </div>
      )}
      <ShareArticle slug={about.slug} />
    </Screen>
  );
}
