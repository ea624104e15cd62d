import type { Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { Chip } from '#ui/chip';
import { infoIcon, playIcon } from '#ui/icons';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** What a channel broadcasts that day, folded in; what was read yesterday does not call itself today's. */
export function Programme({ channel, day }: { channel: Schemas['Channel']; day: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { name, programme, programmeSample } = channel;
  if (programme.length === 0) return <p className="sub mt-3">{t.noProgramme}</p>;
  const moment = now();
  const isToday = dayOf(moment) === day;
  const current = isToday ? programme.filter(({ at }) => at <= timeOf(moment)).at(-1) : undefined;
  return (
    <details className="mt-3">
      <summary className="flex min-h-tap items-center font-semibold text-brand">
        {isToday ? t.programme : t.programmeThen(longDate(day, language))}
      </summary>
      {programmeSample ? (
        <p>
          <Chip icon={infoIcon}>{t.sampleTimes}</Chip>
        </p>
      ) : null}
      <ul className="mt-2 grid gap-2" aria-label={t.programmeOf(name)}>
        {programme.map((item, index) => (
          <li key={`${item.at} ${String(index)}`} className="flex gap-3">
            <span className="num min-w-12 flex-none">{item.at}</span>
            <span>
              <span lang="vi">{item.title}</span> {item === current ? <Chip icon={playIcon}>{t.onNow}</Chip> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
