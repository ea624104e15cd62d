import { stateTitle, stateWords, type Schemas } from '@dvc/contract';
import { dayOf, longDate, timeOf } from '#lib/dates';
import type { Language } from '#lib/texts';
import { texts } from './texts';

type Dossier = Schemas['Dossier'];

export interface RoadItem {
  state: 'done' | 'late' | 'now' | 'you' | 'next';
  title: string;
  meta: string | undefined;
  body: string | undefined;
}

/** "thứ năm, 26/11/2026, 14:05" */
export function moment(at: string, language: Language): string {
  return `${longDate(dayOf(at), language)}, ${timeOf(at)}`;
}

/** What happened and its moment. */
type Happened = RoadItem & { at: string };

/** Where it stands in our words; what was noted besides is not kept from the person. */
const withNote = (note: string | null, words: string): string =>
  note === null || words.includes(note) ? words : `${words} ${note}`;

/** The timeline of a dossier: what happened, where it stands (whose turn), what usually follows. */
export function roadOf(dossier: Dossier, language: Language): RoadItem[] {
  const { events, apologies, turn, clock, nextStates, office, dueDate } = dossier;
  const t = texts[language];
  const past = events.map((event, index): Happened => {
    const isLast = index === events.length - 1;
    const isOver = clock === 'ended' || nextStates.length === 0;
    return {
      at: event.at,
      state: !isLast || isOver ? 'done' : turn === 'citizen' ? 'you' : 'now',
      title: stateTitle(event.state, language),
      meta: [moment(event.at, language), event.by].filter((part) => part !== null && part !== '').join('. '),
      body: isLast
        ? withNote(
            event.note,
            stateWords(
              event.state,
              {
                office,
                place: t.at(office),
                reason: event.note ?? undefined,
                dueDate: dueDate === null ? undefined : longDate(dueDate, language),
                day: longDate(dayOf(event.at), language),
              },
              language,
            ),
          )
        : (event.note ?? undefined),
    };
  });
  const excuses = apologies.map(({ at, promisedDate }): Happened => ({
    at,
    state: 'late',
    title: t.apology,
    meta: moment(at, language),
    body: t.apologyMore(longDate(promisedDate, language)),
  }));
  const coming = nextStates.map((state): RoadItem => ({
    state: 'next',
    title: stateTitle(state, language),
    meta: undefined,
    body: undefined,
  }));
  const road = [...past, ...excuses].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [...road, ...coming];
}
