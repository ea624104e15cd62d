import type { operations, Schemas } from '@dvc/contract';
import { refuse } from '#core/problem';
import type { Category } from './categories.ts';
import type { Sending } from './send-report.ts';

export type Open311Form =
  operations['createOpen311Request']['requestBody']['content']['application/x-www-form-urlencoded'];

/** Refuses what was sent, naming the argument. */
export function refuseArgument(path: string, code: string, message: string): never {
  refuse('bad-request', { errors: [{ path, code, message }] });
}

function pointOf({ lat, long }: Open311Form): Schemas['Point'] | undefined {
  if (lat === undefined && long === undefined) return undefined;
  const point = { lat: Number(lat), lng: Number(long) };
  const isPlace = Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180;
  return isPlace ? point : refuseArgument('lat, long', 'range', 'Cần cả hai, là số thập phân theo WGS84.');
}

function placeOf(form: Open311Form): Schemas['ReportPlace'] {
  const point = pointOf(form);
  const words = form.address_string;
  if (point === undefined && words === undefined) {
    const message = 'Cần lat và long, hoặc address_string. Ở đây chưa dùng address_id.';
    refuseArgument('location', 'required', message);
  }
  return {
    source: point === undefined ? 'words' : 'pin',
    ...(point === undefined ? {} : { point }),
    ...(words === undefined ? {} : { words }),
  };
}

/** `attribute[code]=value`; a list only where several may be chosen, and no question of ours is such. */
function answersOf(form: Open311Form, { questions }: Category): Schemas['Answers'] {
  const answers: Schemas['Answers'] = {};
  const known = new Set(questions.map(({ id }) => id));
  for (const [name, value] of Object.entries(form)) {
    const [, code] = /^attribute\[([^\]]+)\](?:\[\])?$/.exec(name) ?? [];
    if (code === undefined) continue;
    if (!known.has(code)) refuseArgument(name, 'unknown', 'Dịch vụ này không hỏi điều đó.');
    if (typeof value !== 'string') refuseArgument(name, 'one', 'Chỉ chọn một.');
    else answers[code] = value;
  }
  return answers;
}

/** What the media is called in words only the desk reads: nothing is fetched from addresses that others choose. */
function withMedia({ description = '', media_url }: Open311Form): string {
  if (media_url === undefined) return description;
  if (!URL.canParse(media_url) || !/^https?:/.test(media_url)) {
    refuseArgument('media_url', 'url', 'Cần một địa chỉ http hoặc https.');
  }
  return `${description}\nẢnh: ${media_url}`.trim();
}

/** A form as the report it makes; who sent it is not kept, since nobody here has made sure of it. */
export function readForm(form: Open311Form, category: Category): Omit<Sending, 'id' | 'formVersion' | 'writtenAt'> {
  const words = withMedia(form);
  if (words === '') refuseArgument('description', 'required', 'Cần một câu kể chuyện gì.');
  return {
    category: category.id,
    answers: answersOf(form, category),
    words,
    place: placeOf(form),
    files: [],
    hideName: true,
  };
}
