/**
 * The states of a field report, where it may go from each, who may bring it there, and what citizens read about it. Phone,
 * server and officers' systems read the same table.
 */
import type { Schemas } from '../index.ts';

export type ReportState = Schemas['ReportState'];

interface ReportStateFacts {
  /** Whose turn it is. */
  readonly turn: 'authority' | 'person' | 'nobody';
  /** Still to be done: on maps, in "nearby", with a day until when. */
  readonly open: boolean;
  /** Where an office may bring it. */
  readonly officeMoves: readonly ReportState[];
  /** An office that brings it here must say why, in a sentence everybody may read. */
  readonly noteRequired: boolean;
}

const facts: Readonly<Record<ReportState, ReportStateFacts>> = {
  received: {
    turn: 'authority',
    open: true,
    officeMoves: ['assigned', 'inProgress', 'clarifying', 'resolved', 'refused'],
    noteRequired: false,
  },
  clarifying: { turn: 'person', open: true, officeMoves: ['assigned', 'inProgress', 'refused'], noteRequired: true },
  assigned: {
    turn: 'authority',
    open: true,
    officeMoves: ['inProgress', 'clarifying', 'resolved', 'refused'],
    noteRequired: false,
  },
  inProgress: {
    turn: 'authority',
    open: true,
    officeMoves: ['clarifying', 'resolved', 'refused'],
    noteRequired: false,
  },
  resolved: { turn: 'nobody', open: false, officeMoves: [], noteRequired: true },
  reopened: {
    turn: 'authority',
    open: true,
    officeMoves: ['assigned', 'inProgress', 'resolved', 'refused'],
    noteRequired: false,
  },
  refused: { turn: 'nobody', open: false, officeMoves: [], noteRequired: true },
  merged: { turn: 'nobody', open: false, officeMoves: [], noteRequired: false },
};

export const reportStates = Object.keys(facts) as readonly ReportState[];

export function reportState(state: ReportState): ReportStateFacts {
  return facts[state];
}

/** Days a citizen may say that it is not resolved. */
export const REOPEN_DAYS = 14;

const titles: Readonly<Record<'vi' | 'en', Readonly<Record<ReportState, string>>>> = {
  vi: {
    received: 'Đã nhận, chờ phân công',
    clarifying: 'Chờ bạn nói thêm',
    assigned: 'Đã giao đơn vị xử lý',
    inProgress: 'Đang xử lý',
    resolved: 'Đã xử lý',
    reopened: 'Xem lại theo phản ánh của dân',
    refused: 'Không xử lý được',
    merged: 'Gộp với phản ánh trùng',
  },
  en: {
    received: 'Received, to be assigned',
    clarifying: 'Waiting for your answer',
    assigned: 'Assigned to a unit',
    inProgress: 'In progress',
    resolved: 'Resolved',
    reopened: 'Reopened, as it was not resolved',
    refused: 'Cannot be handled',
    merged: 'Merged with the same report',
  },
};

/** The state in a few words, for chips and timelines. */
export function reportStateTitle(state: ReportState, language: 'vi' | 'en'): string {
  return titles[language][state];
}
