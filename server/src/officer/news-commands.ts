import { randomUUID } from 'node:crypto';
import { BadCommand, readOptions } from './options.ts';

/** What an editor may ask for on the command line. */
export type NewsCommand =
  | { do: 'news' }
  | {
      do: 'publish-news';
      id: string;
      title: string;
      summary: string;
      topic: string;
      by: string;
      file: string;
      picture: { file: string; alt: string } | undefined;
      alertUntil: string | undefined;
      source: { name: string; url: string } | undefined;
    }
  | { do: 'withdraw-news'; id: string; by: string; reason: string }
  | { do: 'programme'; channelId: string; day: string; file: string };

const NEWSROOM = 'Tòa soạn của tỉnh';

export const newsHelp = `
Tin tức:
  npm run officer -- news
  npm run officer -- news-publish --title "…" --summary "…" --topic an-toan --file bai.html|bai.txt
      [--picture anh.jpg --alt "Ảnh có gì"] [--alert-until 2026-11-27T17:00] [--source "Tên: https://…"] [--by "Tên tòa soạn"]
      [--id <mã bài>]: sửa bài đã đăng; địa chỉ của bài không đổi
  npm run officer -- news-withdraw <mã bài> --note "Lý do, ghi vào sổ"
  npm run officer -- programme <mã kênh> 2026-11-27 --file lich.txt      lịch phát một ngày, mỗi dòng: 06:30 Thời sự`;

function needed(options: ReadonlyMap<string, string>, name: string): string {
  const value = options.get(name);
  if (value === undefined) throw new BadCommand(`Hãy ghi --${name}.`);
  return value;
}

/** `2026-11-27T17:00` is Viet Nam's time. */
function readMoment(text: string): string {
  const moment = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00+07:00` : text);
  if (Number.isNaN(moment.getTime())) throw new BadCommand(`Không hiểu giờ “${text}”. Viết ví dụ 2026-11-27T17:00.`);
  return moment.toISOString();
}

/** `Báo của tỉnh: https://…` */
function readSource(text: string): { name: string; url: string } {
  const [, name, url] = /^([^:]{2,}):\s*(https?:\/\/\S+)$/.exec(text.normalize('NFC')) ?? [];
  if (name === undefined || url === undefined) throw new BadCommand('Viết --source "Tên nơi đăng: https://…".');
  return { name: name.trim(), url };
}

/** Reads a command about news. Throws `BadCommand`. */
export function readNewsCommand(verb: string, words: readonly string[]): NewsCommand {
  if (verb === 'news') {
    const { plain } = readOptions(words, []);
    if (plain.length > 0) throw new BadCommand(`Không hiểu “${plain.join(' ')}”.`);
    return { do: 'news' };
  }
  if (verb === 'news-withdraw') {
    const { plain, options } = readOptions(words, ['note', 'by']);
    const [id, ...more] = plain;
    if (id === undefined || more.length > 0) throw new BadCommand('Hãy ghi một mã bài. Xem mã bằng lệnh news.');
    return { do: 'withdraw-news', id, by: options.get('by') ?? NEWSROOM, reason: needed(options, 'note') };
  }
  if (verb === 'programme') {
    const { plain, options } = readOptions(words, ['file']);
    const [channelId, day, ...more] = plain;
    if (channelId === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day) || more.length > 0) {
      throw new BadCommand('Hãy ghi mã kênh và ngày, ví dụ: programme <mã kênh> 2026-11-27 --file lich.txt');
    }
    return { do: 'programme', channelId, day, file: needed(options, 'file') };
  }
  if (verb !== 'news-publish') throw new BadCommand(`Không có lệnh “${verb}”.`);
  const { plain, options } = readOptions(words, [
    ...['title', 'summary', 'topic', 'file', 'by', 'id', 'picture', 'alt', 'alert-until', 'source'],
  ]);
  if (plain.length > 0) throw new BadCommand(`Không hiểu “${plain.join(' ')}”.`);
  const picture = options.get('picture');
  const until = options.get('alert-until');
  const source = options.get('source');
  return {
    do: 'publish-news',
    id: options.get('id') ?? randomUUID(),
    title: needed(options, 'title'),
    summary: needed(options, 'summary'),
    topic: needed(options, 'topic'),
    by: options.get('by') ?? NEWSROOM,
    file: needed(options, 'file'),
    picture: picture === undefined ? undefined : { file: picture, alt: needed(options, 'alt') },
    alertUntil: until === undefined ? undefined : readMoment(until),
    source: source === undefined ? undefined : readSource(source),
  };
}
