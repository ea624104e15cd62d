import { useOperation } from '#api';
import { dayOf, longDate } from '#lib/dates';
import { paths, usePlace } from '#nav';
import { askIcon, shieldIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Opening } from '#ui/opening';
import { Screen } from '#ui/screen';
import { Ticks } from '#ui/ticks';
import { useLanguage, useTexts } from '#ui/texts';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { texts } from './texts';

/** One published answer: what was asked, what was answered, by whom and when. */
export default function QuestionScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const { id } = usePlace(paths.question).params;
  const { data, error, reload } = useOperation('readQuestion', { params: { questionId: id } });
  if (data === undefined) {
    const words = {
      ...{ opening: t.lookingOne, failed: t.failedOne },
      ...{ missing: t.missing, missingMore: t.missingMore, toList: t.toList },
    };
    return <Opening error={error} reload={reload} words={words} list={paths.questions()} />;
  }
  const { title, fieldName, text, answer, authority, answeredAt, sample } = data;
  return (
    <Screen title={title} lang="vi" eyebrow={<InVietnamese>{fieldName}</InVietnamese>}>
      {sample ? (
        <div className="mt-3">
          <Notice tone="info">{t.sampleMore}</Notice>
        </div>
      ) : null}
      <section className="sec">
        <h2>{t.question}</h2>
        <p className="whitespace-pre-line" lang="vi">
          {text}
        </p>
      </section>
      <section className="card mt-4">
        <h2>
          <Quoting text={t.answer(authority)} words={authority} />
        </h2>
        <p className="whitespace-pre-line" lang="vi">
          {answer}
        </p>
        <p className="sub">{longDate(dayOf(answeredAt), language)}</p>
      </section>
      <div className="mt-3">
        <Ticks lines={[{ icon: shieldIcon, text: t.masked }]} />
      </div>
      <section className="sec">
        <h2>{t.helpless}</h2>
        <LinkButton look="second" icon={askIcon} to={paths.askQuestion()}>
          {t.ask}
        </LinkButton>
      </section>
    </Screen>
  );
}
