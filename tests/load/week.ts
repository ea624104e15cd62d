import { randomUUID } from 'node:crypto';
import type { operations } from '@dvc/contract';
import { potholeReport } from '../../server/test/support/field-report.ts';
import { sampleQuestion } from '../../server/test/support/ask-samples.ts';
import { tokenOf } from './full-database.ts';
import type { Journeys } from './journeys.ts';
import type { LoadRequest } from './line-client.ts';
import type { ReportJourneys } from './report-journeys.ts';

/**
 * The province's service had some 30,000 visits a week. What people do in a visit nobody has published; the shares below are
 * ours, on the side of more work for the server: one visit in four fills a form, one in twenty-five sends one.
 */
export const VISITS_A_WEEK = 30_000;

type Body<Id extends 'sendReport' | 'askQuestion'> = operations[Id]['requestBody']['content']['application/json'];
type Request = () => LoadRequest | undefined;

/** Ids of what was acknowledged. */
export interface Acknowledged {
  /** Of the drafts they were made of. */
  dossiers: string[];
  reports: string[];
}

interface Crowd {
  people: number;
  journeys: Journeys;
  reports: ReportJourneys;
  acknowledged: Acknowledged;
}

const WORDS = [
  'khai sinh',
  'thuong tru',
  'can cuoc',
  'dat dai',
  'bao hiem',
  'ket hon',
  'ho ngheo',
  'giay phep xay dung',
];

/** How often each thing is asked in a hundred visits. */
const shares = ({ people, journeys, reports, acknowledged }: Crowd): readonly [times: number, next: Request][] => {
  const someone = (): string => tokenOf(1 + Math.floor(Math.random() * people));
  const get = (path: string) => (): LoadRequest => ({ method: 'GET', path });
  const getOwn = (path: string) => (): LoadRequest => ({ method: 'GET', path, token: someone() });
  const noted = (ids: string[], id: string) => (status: number) => (status === 201 ? ids.push(id) : 0);
  function submit(): LoadRequest | undefined {
    const request = journeys.submit();
    const { draftId } = JSON.parse(request?.body ?? '{}') as { draftId?: string };
    return request && { ...request, answered: noted(acknowledged.dossiers, draftId ?? '') };
  }
  return [
    // Opening the app: who is it, what is new.
    [100, getOwn('/session')],
    [100, get('/headlines')],
    [70, getOwn('/my-things')],
    [30, getOwn('/notifications?limit=20')],
    // Typing in the search asks more than once.
    [60, () => get(`/search?q=${encodeURIComponent(WORDS[Math.floor(Math.random() * WORDS.length)] ?? '')}`)()],
    [45, journeys.myDossiers],
    [35, journeys.timeline],
    [35, get('/procedures/1.001193')],
    [25, getOwn('/drafts')],
    // A form being filled is saved every few answers.
    [150, journeys.saveDraft],
    [4, submit],
    [12, reports.mapFar],
    [8, reports.mapNear],
    [6, reports.nearby],
    [6, reports.report],
    [
      2,
      () => {
        const sent: Body<'sendReport'> = potholeReport();
        const headers = { 'idempotency-key': sent.id };
        const answered = noted(acknowledged.reports, sent.id);
        return { method: 'POST', path: '/reports', token: someone(), headers, body: JSON.stringify(sent), answered };
      },
    ],
    [10, get('/questions?limit=20')],
    [
      1,
      () => {
        const asked: Body<'askQuestion'> = { id: randomUUID(), ...sampleQuestion };
        return { method: 'POST', path: '/my-questions', token: someone(), body: JSON.stringify(asked) };
      },
    ],
    [30, get('/news?limit=20')],
    [10, getOwn('/payments')],
    [6, get('/directory?topic=health')],
  ];
};

export interface Week {
  acknowledged: Acknowledged;
  requestsAVisit: number;
  next: Request;
}

export function weekOf(crowd: Omit<Crowd, 'acknowledged'>): Week {
  const acknowledged: Acknowledged = { dossiers: [], reports: [] };
  const all = shares({ ...crowd, acknowledged });
  const sum = all.reduce((total, [times]) => total + times, 0);
  return {
    acknowledged,
    requestsAVisit: sum / 100,
    next() {
      let left = Math.random() * sum;
      for (const [times, next] of all) {
        left -= times;
        if (left < 0) return next();
      }
      return undefined;
    },
  };
}
