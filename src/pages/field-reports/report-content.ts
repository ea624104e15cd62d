import type { Schemas } from '@dvc/contract';
import type { Answers } from '@dvc/contract/forms';

export type ReportCategory = Schemas['ReportCategory'];
export type ReportPlace = Schemas['ReportPlace'];

/** How many photos, and how large a small video, one report may carry. */
export const mostPhotos = 5;
/** What a photo is shrunk to when it is taken, and again when the phone has no room to keep it. */
export const photoBytes = 250_000;
export const smallPhotoBytes = 90_000;

/** A report as it lies in the outbox: what will be sent, and which files the server has by now. */
export interface ReportContent {
  category: string;
  formVersion: string;
  answers: Answers;
  words: string;
  place: ReportPlace;
  hideName: boolean;
  /** ISO. */
  writtenAt: string;
  /** SHA-256 of a file → its id on the server; empty: the server will not have it. */
  sent: Readonly<Record<string, string>>;
}

/** What is still missing before it can be sent, in the order of the screen. */
export type Missing = 'picture-or-words' | 'category' | 'place';

interface Written {
  photos: number;
  category: string | undefined;
  place: ReportPlace;
  words: string;
}

/** A report needs something to see or read, what it is about, and where. */
export function missingIn({ photos, category, place, words }: Written): Missing[] {
  const missing: Missing[] = [];
  if (photos === 0 && words.trim() === '') missing.push('picture-or-words');
  if (place.point === undefined && (place.words ?? '').trim() === '' && place.communeCode === undefined) {
    missing.push('place');
  }
  if (category === undefined) missing.push('category');
  return missing;
}

/** A place as it is sent: without what is empty. */
export function placeToSend({ source, point, words = '', communeCode }: ReportPlace): ReportPlace {
  return {
    source: point === undefined ? 'words' : source,
    ...(point === undefined ? {} : { point }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(communeCode === undefined ? {} : { communeCode }),
  };
}
