import type { Schemas } from '@dvc/contract';

export type Topic = Schemas['PlaceSummary']['topic'];

/** In the order people need them. */
export const topics: readonly Topic[] = ['hotline', 'health', 'office', 'education', 'traffic', 'tourism'];

export const isTopic = (text: string): text is Topic => (topics as readonly string[]).includes(text);

/** The way to a measured point, on a map that Zalo opens over the app. */
export const directionsTo = ({ lat, lon }: { lat: number; lon: number }): string =>
  `https://www.google.com/maps/dir/?api=1&destination=${String(lat)},${String(lon)}`;
