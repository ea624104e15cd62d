import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { now } from '#lib/clock';
import { dayOf, longDate, momentInWords, timeOf } from '#lib/dates';
import { paths, useGo } from '#nav';
import { Chip } from '#ui/chip';
import { alertIcon, paperIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Opening } from '#ui/opening';
import { Screen } from '#ui/screen';
import { Ticks } from '#ui/ticks';
import { Timeline } from '#ui/timeline';
import { useLanguage, useTexts } from '#ui/texts';
import { stateLooks } from '../question-state';
import { attachTexts } from '../attach-texts';
import { texts } from '../texts';
import { RateAnswer } from './rate-answer';
import { SayMore } from './say-more';

/** A question of mine: where it stands, what was said, and what I can do. */
export function MyQuestion({ id }: { id: string }) {
  const t = useTexts(texts);
  const go = useGo();
  const { data, error, reload } = useOperation('readMyQuestion', { params: { questionId: id } });
  const back = () => go(paths.myQuestions(), { replace: true });
  if (data === undefined) {
    const words = {
      ...{ opening: t.lookingMine, failed: t.failedMine },
      ...{ missing: t.missingMine, missingMore: t.missingMineMore, toList: t.toMine },
    };
    return <Opening error={error} reload={reload} words={words} list={paths.myQuestions()} />;
  }
  const { about, text, dossierCode, files, publishedId } = data;
  return (
    <Screen title={about.title} eyebrow={about.authority} back={back}>
      <p className="mt-2">
        <Chip {...stateLooks[about.state]}>{t.states[about.state]}</Chip>
      </p>
      <Promised question={data} />
      {about.state === 'clarification' ? <SayMore id={id} /> : null}
      <section className="sec">
        <h2>{t.question}</h2>
        <p className="whitespace-pre-line">{text}</p>
        <p className="sub">
          {t.code} <span className="whitespace-nowrap">{about.code}</span>
        </p>
        {dossierCode === null ? null : <p className="sub">{t.about(dossierCode)}</p>}
      </section>
      {files.length === 0 ? null : <SentFiles files={files} />}
      <Road question={data} />
      {publishedId === null ? null : (
        <LinkButton look="second" icon={paperIcon} to={paths.question({ id: publishedId })}>
          {t.readPublic}
        </LinkButton>
      )}
      {data.mayRate ? <RateAnswer question={data} /> : null}
    </Screen>
  );
}

function SentFiles({ files }: { files: Schemas['MyQuestion']['files'] }) {
  const t = useTexts(attachTexts);
  return (
    <section className="sec">
      <h2>{t.sent}</h2>
      <Ticks
        lines={files.map(({ name, state, refusal }) => ({
          icon: state === 'refused' ? alertIcon : paperIcon,
          text: refusal === null ? name : `${name}: ${refusal.message}`,
        }))}
      />
    </section>
  );
}

function Promised({ question: { about } }: { question: Schemas['MyQuestion'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { dueAt } = about;
  if (dueAt === null) return null;
  const isLate = new Date(dueAt) < now();
  return (
    <div className="mt-3">
      <Notice tone="info">{isLate ? t.late : t.due(timeOf(dueAt), longDate(dayOf(dueAt), language))}</Notice>
    </div>
  );
}

function Road({ question: { about, events } }: { question: Schemas['MyQuestion'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <section className="sec">
      <h2>{t.road}</h2>
      <Timeline
        items={events.map(({ at, kind, by, text }, index) => {
          const isLast = index === events.length - 1;
          const waits = about.state === 'clarification' ? ('you' as const) : ('now' as const);
          return {
            state: isLast ? waits : ('done' as const),
            title: t.events[kind],
            meta: [by, momentInWords(at, now(), language)].filter((part) => part !== null).join(', '),
            body: text === null ? undefined : <p className="whitespace-pre-line">{text}</p>,
          };
        })}
      />
    </section>
  );
}
