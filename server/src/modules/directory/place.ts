import { canonicalJson, readOpeningHours, type Schemas } from '@dvc/contract';
import { fold } from '#core/folded-text';
import type { SearchEntry } from '#core/search-feed';
import { sha256 } from '#core/secrets';

type Place = Schemas['Place'];

export type CommuneNames = ReadonlyMap<string, string>;

/** A row of a list as the directory shows it. A place known only by its street or commune has no point. */
export function placeOf(input: Schemas['PlaceInput'], communes: CommuneNames): Place {
  const { id, topic, kind, name, confidence, source, lat, lon } = input;
  const commune = typeof input.communeCode === 'string' ? communes.get(input.communeCode) : undefined;
  const hoursText = input.hours ?? null;
  const isPoint = input.geoAccuracy === 'point' && typeof lat === 'number' && typeof lon === 'number';
  return {
    id,
    topic,
    kind,
    name,
    oldNames: input.oldNames ?? [],
    address: input.address ?? null,
    commune: commune === undefined ? null : { code: input.communeCode ?? '', name: commune },
    phones: input.phones ?? [],
    email: input.email ?? null,
    web: input.web ?? null,
    hours: hoursText === null ? null : ((readOpeningHours(hoursText) as Place['hours'] | undefined) ?? null),
    hoursText,
    point: isPoint ? { lat, lon } : null,
    confidence,
    source,
    note: input.note ?? null,
  };
}

export const hashOf = (place: Place): string => sha256(canonicalJson(place));

/** Order of names in a list; alike on every database. */
export const sortKeyOf = ({ name }: Place): string => fold(name).slice(0, 200);

export const summaryOf = (place: Place): Schemas['PlaceSummary'] => {
  const { id, topic, kind, name, address, commune, phones, hours } = place;
  return { id, topic, kind, name, address, commune, phones, hours };
};

/** A place among everything that can be found. */
export function searchEntryOf(place: Place): SearchEntry {
  const { id, topic, name, oldNames, address, commune, phones, note } = place;
  const where = [address, commune?.name].filter((part) => typeof part === 'string').join(', ');
  return {
    kind: 'place',
    ref: id,
    title: name,
    meta: where === '' ? null : where,
    path: `/tien-ich/${topic}/${id}`,
    weight: topic === 'hotline' ? 30 : topic === 'office' ? 20 : 10,
    names: [{ text: name, said: null }, ...oldNames.map((old) => ({ text: old, said: old }))],
    body: [where, ...phones.map(({ number }) => number), note ?? ''].join(' '),
  };
}
