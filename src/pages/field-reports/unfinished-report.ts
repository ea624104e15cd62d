import { useSyncExternalStore } from 'react';
import type { Answers } from '@dvc/contract/forms';
import { watchPerson } from '#auth';
import { keepUnfinished, photoPlace, shrinkPhoto, type PhotoPlace } from '#offline';
import { note } from '#lib/log';
import { randomUuid } from '#lib/random';
import { createStore } from '#lib/store';
import { photoBytes, type ReportPlace } from './report-content';

/** A photo or video chosen for a report, as it will be sent. */
export interface Picture {
  key: string;
  file: File;
  /** Where the camera says it was taken. */
  place: PhotoPlace | undefined;
}

/** A report being written. Leaving the screen, or giving a phone number in between, does not lose it. */
export interface Unfinished {
  pictures: readonly Picture[];
  /** Photos this phone could not read, by name. */
  unreadable: readonly string[];
  preparing: number;
  group: string | undefined;
  category: string | undefined;
  answers: Answers;
  place: ReportPlace;
  words: string;
  hideName: boolean;
}

const nothing: Unfinished = {
  pictures: [],
  unreadable: [],
  preparing: 0,
  group: undefined,
  category: undefined,
  answers: {},
  place: { source: 'words' },
  words: '',
  hideName: false,
};

const store = createStore<Unfinished>(nothing);

export function changeUnfinished(part: Partial<Unfinished>): void {
  store.set({ ...store.get(), ...part });
}

export function useUnfinished(): Unfinished {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Nothing anybody would miss. */
const isBlank = ({ pictures, category, group, place, words }: Unfinished): boolean =>
  pictures.length === 0 &&
  category === undefined &&
  group === undefined &&
  words === '' &&
  place.point === undefined &&
  place.communeCode === undefined &&
  (place.words ?? '') === '';

type Typed = Omit<Unfinished, 'pictures' | 'unreadable' | 'preparing'>;

const keeper = keepUnfinished('report');
/** A key typed is not a storing. */
const pauseMs = 400;
let pause: ReturnType<typeof setTimeout> | undefined;

function keepNow(): void {
  const report = store.get();
  const { pictures, group, category, answers, place, words, hideName } = report;
  const content: Typed = { group, category, answers, place, words, hideName };
  void (isBlank(report) ? keeper.drop() : keeper.keep({ content, files: pictures.map(({ file }) => file) }));
}

/** What was begun anew before the earlier one was found: its choices count, and no word or photo of either is lost. */
function together(before: Typed, since: Unfinished): Typed {
  const { category, group, answers, place } = since;
  const hasPlace = place.point !== undefined || place.communeCode !== undefined || (place.words ?? '') !== '';
  return {
    ...(group === undefined && category === undefined ? before : { group, category, answers }),
    place: hasPlace ? place : before.place,
    words: [before.words, since.words].filter((words) => words !== '').join('\n'),
    hideName: before.hideName || since.hideName,
  };
}

/**
 * Brings back what an earlier run of the app left; true when there was something. Without a key yet there is nothing: ask
 * again when the network is back.
 */
export async function findUnfinished(): Promise<boolean> {
  const found = await keeper.find();
  if (found === undefined) return false;
  const before = found.files.map((file): Picture => ({ key: randomUuid(), file, place: undefined }));
  const since = store.get();
  const pictures = [...before, ...since.pictures];
  store.set({
    ...since,
    ...(isBlank(since) ? (found.content as Typed) : together(found.content as Typed, since)),
    pictures,
  });
  return true;
}

/** From now on what is written is kept on the phone, a moment after each change. */
export function keepWhatIsWritten(): () => void {
  return store.subscribe(() => {
    clearTimeout(pause);
    pause = setTimeout(keepNow, pauseMs);
  });
}

function clearMemory(): void {
  store.set(nothing);
  clearTimeout(pause);
}

/** It has been handed in, or given up. */
export function forgetUnfinished(): void {
  clearMemory();
  void keeper.drop();
}

// Somebody else may hold the phone now: what lies sealed is found again by whoever wrote it, and by nobody else.
watchPerson(() => {
  void keeper.leave().then((isKept) => {
    if (isKept) clearMemory();
  });
});

/** Shrinks a photo, and reads where it was taken before that is lost; rejects when it cannot be read. */
export async function readPicture(file: File): Promise<Picture> {
  const key = randomUuid();
  if (file.type.startsWith('video/')) return { key, file, place: undefined };
  const place = await photoPlace(file);
  return { key, file: await shrinkPhoto(file, photoBytes), place };
}

/** One photo after the other: a cheap phone holds one at a time. */
export async function addPictures(files: readonly File[]): Promise<void> {
  changeUnfinished({ preparing: store.get().preparing + files.length, unreadable: [] });
  for (const file of files) {
    try {
      const picture = await readPicture(file);
      const { pictures, place } = store.get();
      // The photo's own position only where nothing better is known.
      const found = place.point === undefined && picture.place !== undefined;
      changeUnfinished({
        pictures: [...pictures, picture],
        ...(found ? { place: { ...place, source: 'photo', point: picture.place } } : {}),
      });
    } catch (error) {
      note('photo not readable', error);
      changeUnfinished({ unreadable: [...store.get().unreadable, file.name] });
    }
    changeUnfinished({ preparing: store.get().preparing - 1 });
  }
}

export function removePicture(key: string): void {
  changeUnfinished({ pictures: store.get().pictures.filter((picture) => picture.key !== key) });
}
