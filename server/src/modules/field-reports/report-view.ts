import { REOPEN_DAYS, reportState, type Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import type { PublicRow } from './public-rows.ts';
import type { EventRow, MineRow, ReportRow } from './report-rows.ts';

const pointOf = ({ lat, lng }: Pick<ReportRow, 'lat' | 'lng'>): Schemas['Point'] | undefined =>
  lat === null || lng === null ? undefined : { lat, lng };

/** The promised day while it is to be done and the clock runs. */
const shownDueDate = ({ is_open, paused_on, resolve_by }: Pick<ReportRow, 'is_open' | 'paused_on' | 'resolve_by'>) =>
  is_open && paused_on === null ? resolve_by : null;

export function publicSummary(row: PublicRow, metres?: number): Schemas['PublicReportSummary'] {
  const point = pointOf(row);
  return {
    id: row.id,
    code: row.code,
    category: row.category,
    title: row.public_title,
    place: row.public_place,
    communeCode: row.commune_code,
    state: row.state,
    open: row.is_open,
    submittedAt: row.submitted_at.toISOString(),
    dueDate: shownDueDate(row),
    photo: row.photo,
    ...(point ? { point } : {}),
    ...(metres === undefined ? {} : { metres: Math.round(metres) }),
  };
}

const publicEvents = (events: readonly EventRow[]): Schemas['ReportEvent'][] =>
  events
    .filter(({ is_internal }) => !is_internal)
    .map(({ at, state, note, office }) => ({ at: at.toISOString(), state, note, by: office }));

interface PublicParts {
  events: readonly EventRow[];
  photos: Schemas['ReportPhoto'][];
  followers: number;
}

export function publicView(row: PublicRow, { events, photos, followers }: PublicParts): Schemas['PublicReport'] {
  return {
    ...publicSummary(row),
    words: row.public_words,
    photos,
    // What a citizen wrote when answering or reopening is for the office.
    events: publicEvents(events).map((event) => (event.by === null ? { ...event, note: null } : event)),
    followers,
    mergedInto: row.merged_into,
  };
}

export function mySummary(row: MineRow): Schemas['MyReportSummary'] {
  return {
    id: row.id,
    code: row.code,
    category: row.category,
    words: row.mine ? row.words : (row.public_title ?? ''),
    place: row.mine ? row.place_words : row.public_place,
    communeCode: row.commune_code,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueDate: shownDueDate(row),
    isPublic: row.published_at !== null,
    mine: row.mine,
    turn: reportState(row.state).turn,
  };
}

export function ratingOf({ rating, rating_comment, rated_at }: ReportRow): Schemas['ReportRating'] | null {
  if (rating === null || rated_at === null) return null;
  return { score: rating, comment: rating_comment, ratedAt: rated_at.toISOString() };
}

/** Until when it may be said that it is not resolved; null where nobody claims so. */
export const reopenUntil = ({ state, resolved_at }: ReportRow): Date | null =>
  state === 'resolved' && resolved_at !== null ? later(resolved_at, days(REOPEN_DAYS)) : null;

interface OwnParts {
  events: readonly EventRow[];
  files: Schemas['ReportFile'][];
  photos: Schemas['ReportPhoto'][];
  now: Date;
}

export function myView(row: ReportRow, { events, files, photos, now }: OwnParts): Schemas['MyReport'] {
  const until = reopenUntil(row);
  return {
    ...mySummary({ ...row, mine: true }),
    answers: JSON.parse(row.answers) as Schemas['Answers'],
    formVersion: row.form_version,
    point: pointOf(row) ?? null,
    placeSource: row.place_source,
    communeGuessed: row.commune_guessed,
    hideName: row.hide_name,
    files: files.filter(({ role }) => role !== 'after'),
    photos,
    events: publicEvents(events),
    clarifyBy: row.state === 'clarifying' ? row.clarify_by : null,
    reopenUntil: until !== null && until > now ? until.toISOString() : null,
    mayRate: row.state === 'resolved',
    rating: ratingOf(row),
    mergedInto: row.merged_into,
  };
}

interface OfficeParts {
  events: readonly EventRow[];
  files: Schemas['ReportFile'][];
  photos: Schemas['ReportPhoto'][];
  person: Schemas['OfficeReport']['person'];
  followers: number;
}

export function officeView(
  row: ReportRow,
  { events, files, photos, person, followers }: OfficeParts,
): Schemas['OfficeReport'] {
  return {
    id: row.id,
    code: row.code,
    category: row.category,
    words: row.words,
    answers: JSON.parse(row.answers) as Schemas['Answers'],
    place: row.place_words,
    point: pointOf(row) ?? null,
    communeCode: row.commune_code,
    communeGuessed: row.commune_guessed,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    answerBy: row.answer_by,
    dueDate: shownDueDate(row),
    publishBy: row.publish_by,
    hideName: row.hide_name,
    isPublic: row.published_at !== null,
    publicTitle: row.public_title,
    publicWords: row.public_words,
    files,
    photos,
    events: events.map(({ at, state, note, internal_note, office }) => ({
      at: at.toISOString(),
      state,
      note,
      internalNote: internal_note,
      by: office,
    })),
    person: row.hide_name ? null : person,
    rating: ratingOf(row),
    followers,
    mergedInto: row.merged_into,
  };
}
