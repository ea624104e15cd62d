import type { Schemas } from '@dvc/contract';

type Numbers = Schemas['Numbers'];
type Line = readonly [measure: string, about: string, count: number | null];

/** Every number that is told, one a line. */
export function linesOf({ weeks, people, shares, filling, processing, ratings, funnels }: Numbers): Line[] {
  const spreads = Object.entries({ filling, processing, ratings });
  return [
    ['users', '', people.users],
    ['users-over-45', '', people.over45],
    ['users-of-known-age', '', people.ageKnown],
    ...weeks.flatMap(({ from, visits, dossiers, finished }): Line[] => [
      ['visits', from, visits],
      ['dossiers-sent', from, dossiers],
      ['dossiers-finished', from, finished],
    ]),
    ...shares.flatMap(({ id, part, whole }): Line[] => [
      [`share-${id}-part`, '', part],
      [`share-${id}-whole`, '', whole],
    ]),
    ...spreads.flatMap(([name, counts]) => counts.map(({ id, count }): Line => [name, id, count])),
    ...funnels.flatMap(({ procedureCode, steps }) =>
      steps.map(({ step, count }): Line => [`step-${step}`, procedureCode, count]),
    ),
  ];
}

/** As CSV (RFC 4180); the names are ours and hold nothing to escape. An empty count is one that cannot be told. */
export function csvOf(numbers: Numbers): string {
  const lines = linesOf(numbers).map(([measure, about, count]) => [
    measure,
    about,
    count ?? '',
    numbers.sample ? 1 : 0,
  ]);
  return [['measure', 'about', 'count', 'sample'], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}
