import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { province } from '#config';
import { shortDate } from '#lib/dates';
import { inFigures, inPercent } from '#lib/figures';
import { Coming } from '#ui/coming';
import { Facts } from '#ui/facts';
import { listIcon } from '#ui/icons';
import { SavedCopy } from '#ui/more-pages';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Bars, type Bar } from './parts/bars';
import { Shares } from './parts/shares';
import { TakeTable } from './parts/take-table';
import { FunnelBars } from './parts/funnel-bars';
import { texts } from './texts';

type Numbers = Schemas['Numbers'];

/** The numbers the province lives by: how many use it, whether dossiers are on time, where people give up. */
export default function NumbersScreen() {
  const t = useTexts(texts);
  const { data, error, savedAt, reload } = useOperation('readNumbers', {});
  return (
    <Screen title={t.title} lead={t.lead(province.name)} busy={data === undefined && error === undefined}>
      <SavedCopy at={savedAt} />
      {data === undefined ? (
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />
      ) : data.weeks.length === 0 ? (
        <Empty icon={listIcon} title={t.none}>
          {t.noneMore}
        </Empty>
      ) : (
        <Told numbers={data} />
      )}
    </Screen>
  );
}

function Told({ numbers }: { numbers: Numbers }) {
  const t = useTexts(texts);
  const { sample, weeks, shares, filling, processing, ratings, funnels, smallest } = numbers;
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <>
      {sample ? (
        <div className="mt-3">
          <Notice title={t.sample}>{t.sampleMore}</Notice>
        </div>
      ) : null}
      {first === undefined || last === undefined ? null : (
        <p className="sub mt-3">{t.period(shortDate(first.from), shortDate(last.to))}</p>
      )}
      <People numbers={numbers} />
      <Weeks title={t.visits} weeks={weeks} of="visits" />
      <Weeks title={t.sent} weeks={weeks} of="dossiers" />
      <Shares shares={shares} />
      <Spread title={t.filling} counts={filling} labels={t.fillingTimes} what={t.dossiers} />
      <Spread title={t.processing} counts={processing} labels={t.processingTimes} what={t.dossiers} />
      <Spread title={t.ratings} counts={ratings} labels={t.scores} what={t.ratingCount} />
      {funnels.map((funnel) => (
        <FunnelBars key={funnel.procedureCode} funnel={funnel} />
      ))}
      <section className="sec">
        <h2>{t.how}</h2>
        <p>{t.howMore(smallest)}</p>
      </section>
      <TakeTable />
    </>
  );
}

function People({ numbers: { people } }: { numbers: Numbers }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { users, over45, ageKnown } = people;
  const told = (count: number | null): string => (count === null ? t.notTold : inFigures(count, language));
  const facts = [
    { label: t.users, value: told(users) },
    {
      label: t.over45,
      value: over45 === null || !ageKnown ? told(over45) : t.over45Of(told(over45), inPercent(over45, ageKnown)),
    },
  ];
  return (
    <section className="sec">
      <h2>{t.people}</h2>
      <p className="sub">{t.peopleMore}</p>
      <div className="mt-3">
        <Facts facts={facts} />
      </div>
    </section>
  );
}

function Weeks({ title, weeks, of }: { title: string; weeks: Numbers['weeks']; of: 'visits' | 'dossiers' }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const bars = weeks.map((week): Bar => {
    const value = week[of];
    const label = t.week(shortDate(week.from));
    return { label, value, words: value === null ? t.waits : inFigures(value, language) };
  });
  return <Bars title={title} columns={[t.weekColumn, of === 'visits' ? t.visitCount : t.dossiers]} bars={bars} />;
}

interface SpreadProps {
  title: string;
  counts: Schemas['NumberSpread'];
  labels: Readonly<Record<string, string>>;
  what: string;
}

function Spread({ title, counts, labels, what }: SpreadProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const whole = counts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  const bars = counts.map(({ id, count }): Bar => {
    return {
      label: labels[id] ?? id,
      value: count,
      words: t.ofAll(inFigures(count, language), inPercent(count, whole)),
    };
  });
  return <Bars title={title} columns={[t.measure, what]} bars={bars} full={whole} />;
}
