import type { Schemas } from '@dvc/contract';
import { dayOf, shortDate } from '#lib/dates';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { Icon } from '#ui/icon';
import { infoIcon, newsIcon } from '#ui/icons';
import { Link } from '#ui/link';
import { useLanguage, useTexts } from '#ui/texts';
import { usePreferences } from '#ui/preferences';
import { texts } from '../texts';
import { pictureAddress } from './news-picture';

/** One article in a list: picture, title, topic and day. */
export function ArticleRow({ article }: { article: Schemas['ArticleSummary'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { dataSaving } = usePreferences();
  const { slug, title, topic, publishedAt, picture, sample } = article;
  return (
    <li>
      <Link to={paths.article({ slug })} className="row items-start">
        <span className="thumb">
          {picture === null || dataSaving ? (
            <span className="none">
              <Icon of={newsIcon} />
            </span>
          ) : (
            // The title beside it says what it is about.
            <img src={pictureAddress(picture, picture.widths[0] ?? 0)} alt="" loading="lazy" width="76" height="76" />
          )}
        </span>
        <span className="grow">
          <span className="t" lang="vi">
            {title}
          </span>
          <span className="m">{`${topic[language]} · ${shortDate(dayOf(publishedAt))}`}</span>
          {sample ? <Chip icon={infoIcon}>{t.sample}</Chip> : null}
        </span>
      </Link>
    </li>
  );
}
