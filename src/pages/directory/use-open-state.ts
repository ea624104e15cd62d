import { useEffect, useState } from 'react';
import { buildCalendar, openStateAt, plainCalendar, type Calendar, type OpeningHours } from '@dvc/contract';
import { loadHolidays } from '#config';
import { now } from '#lib/clock';
import { dayOf, longDate, timeOf } from '#lib/dates';
import type { Tone } from '#ui/notice';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from './texts';

let calendar: Calendar | undefined;

/** The province's holidays; until they are here, weekends only. */
function useCalendar(): Calendar {
  const [loaded, setLoaded] = useState(calendar);
  useEffect(() => {
    if (loaded !== undefined) return;
    void loadHolidays().then(
      (days) => {
        calendar = buildCalendar(days);
        setLoaded(calendar);
      },
      // Without the list of holidays the hours are still right on every other day.
      () => undefined,
    );
  }, [loaded]);
  return loaded ?? plainCalendar;
}

/** Whether hours mean open at this moment, in words; undefined where nobody gave hours. */
export function useOpenState(): (hours: OpeningHours | null) => { words: string; tone: Tone } | undefined {
  const t = useTexts(texts);
  const language = useLanguage();
  const days = useCalendar();
  return (hours) => {
    if (hours === null) return undefined;
    const today = dayOf(now());
    const state = openStateAt(hours, { date: today, time: timeOf(now()) }, days);
    if (state.open) return { words: state.until === null ? t.openAlways : t.openUntil(state.until), tone: 'ok' };
    if (state.next === null) return { words: t.closed, tone: 'neutral' };
    const { date, at } = state.next;
    const words = date === today ? t.closedUntil(at) : t.closedUntilDay(at, longDate(date, language));
    return { words, tone: 'neutral' };
  };
}
