import { test } from '@playwright/test';
import { mayHave, province, withoutMarks } from './province.ts';

/** What a journey needs of the samples; in a province without it the journey is skipped and says why. */
export function needed<Thing>(thing: Thing | undefined, what: string): Thing {
  test.skip(thing === undefined, `provinces/${province.id} has no ${what}`);
  if (thing === undefined) throw new Error(what);
  return thing;
}

/** The television's first channel. */
export const tvChannel = mayHave<{ channels: { id: string; kind: string; name: string; hidden?: boolean }[] }>(
  'media.json',
)?.channels.find(({ kind, hidden }) => kind === 'tv' && hidden !== true);

interface Place {
  id: string;
  topic: string;
  name: string;
  geoAccuracy?: string | null;
}

const places = mayHave<readonly Place[]>('directory.json');

/** Somewhere to go to, of which it is known exactly where it is. */
export const sight = places?.find(({ topic, geoAccuracy }) => topic === 'tourism' && geoAccuracy === 'point');

interface News {
  topics: { id: string; vi: string }[];
  samples: { id: string; topic: string; title: string; html: string }[];
}

const news = mayHave<News>('news/news.json');

/** The first sample article, with the last of its headings. */
export const article = ((): { title: string; path: string; topic: string; heading: string } | undefined => {
  const [sample] = news?.samples ?? [];
  const topic = news?.topics.find(({ id }) => id === sample?.topic)?.vi;
  if (sample === undefined || topic === undefined) return undefined;
  const words = withoutMarks(sample.title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const heading = [...sample.html.matchAll(/<h2>(.*?)<\/h2>/g)].at(-1)?.[1] ?? '';
  return { title: sample.title, path: `/tin-tuc/${words}-${sample.id.slice(0, 8)}`, topic, heading };
})();

/** A topic of the news that the sample article has not. */
export const otherTopic = news?.topics.find(({ id }) => id !== news.samples[0]?.topic)?.id;

interface Questions {
  fields: { id: string; name: string; authority: string }[];
  samples: { field: string; title: string }[];
}

const questions = mayHave<Questions>('questions.json');

/** An answered question, with who answers such questions. */
export const answered = ((): { title: string; field: string; authority: string } | undefined => {
  const [sample] = questions?.samples ?? [];
  const field = questions?.fields.find(({ id }) => id === sample?.field);
  if (sample === undefined || field === undefined) return undefined;
  return { title: sample.title, field: field.name, authority: field.authority };
})();

interface Appointments {
  workingHours: [string, string][];
  slotMinutes: number;
  services: { id: string; name: string }[];
  offices: { name: string; services: string[] }[];
}

const inMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const written = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The office listed last, something it receives people for, and the times of its day. */
export const office = ((): { name: string; service: string; times: string[] } | undefined => {
  const plan = mayHave<Appointments>('appointments.json');
  const last = plan?.offices.at(-1);
  const wanted = last?.services[1] ?? last?.services[0];
  const service = plan?.services.find(({ id }) => id === wanted)?.name;
  if (plan === undefined || last === undefined || service === undefined) return undefined;
  const times = plan.workingHours.flatMap(([from, to]) => {
    const count = Math.floor((inMinutes(to) - inMinutes(from)) / plan.slotMinutes);
    return Array.from({ length: count }, (_, index) => written(inMinutes(from) + index * plan.slotMinutes));
  });
  return { name: last.name, service, times };
})();

/** The first sample shop. */
export const shop = mayHave<{ id: string; name: string }[]>('stores/samples.json')?.[0];

type Week = Record<string, Record<string, number>>;

/** Sample weeks of the numbers, oldest first. */
export const numberWeeks = mayHave<readonly Week[]>('number-samples.json');
