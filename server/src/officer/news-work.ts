import { readFile } from 'node:fs/promises';
import type { operations, Schemas } from '@dvc/contract';
import sharp from 'sharp';
import { createAsk, NotDone, type Told } from './ask-server.ts';
import type { NewsCommand } from './news-commands.ts';

type Listed = operations['listArticlesForOffice']['responses']['200']['content']['application/json'];

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new NotDone(`Không đọc được tệp ${file}. Chưa có gì thay đổi.`, { cause });
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A file of HTML as it is; plain text becomes paragraphs at its empty lines. */
async function readText(file: string): Promise<string> {
  const text = (await readBytes(file)).toString('utf8');
  if (!/\.txt$/i.test(file)) return text;
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** The server takes JPEG; the editor may have anything. */
async function asJpeg(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBytes(file);
  try {
    return new Uint8Array(await sharp(bytes).rotate().jpeg({ quality: 90 }).toBuffer());
  } catch (cause) {
    throw new NotDone(`Tệp ${file} không phải là ảnh đọc được. Chưa có gì thay đổi.`, { cause });
  }
}

type Publishing = Extract<NewsCommand, { do: 'publish-news' }>;

const told: Told = {
  forbidden:
    'Khóa này không được phép làm việc đó. Xin quản trị thêm quyền news:read, news:write hoặc media:write (lịch phát).',
  'not-found': 'Không có bài hoặc kênh với mã này. Xem danh sách bài bằng lệnh news.',
  'bad-request': 'Máy chủ không đọc được yêu cầu. Kiểm tra lại mã, chủ đề, ngày và độ dài.',
  'too-large': 'Bài hoặc ảnh quá lớn. Chưa có gì thay đổi.',
};

type Ask = ReturnType<typeof createAsk>['ask'];

const put = (body: object) => ({
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function handIn(ask: Ask, { file, alt }: NonNullable<Publishing['picture']>): Promise<string> {
  const { id } = await ask<Schemas['NewsPicture']>(`/news-pictures?${new URLSearchParams({ alt }).toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: await asJpeg(file),
  });
  return id;
}

async function publish(ask: Ask, command: Publishing): Promise<Schemas['OfficeArticle']> {
  const { id, title, summary, topic, by, file, picture, alertUntil, source } = command;
  const html = await readText(file);
  const handedIn = picture === undefined ? undefined : await handIn(ask, picture);
  const body = { title, summary, html, topic, author: by, picture: handedIn, alertUntil, source };
  return ask<Schemas['OfficeArticle']>(`/news/${encodeURIComponent(id)}`, put(body));
}

interface Programme {
  channelId: string;
  day: string;
  items: Schemas['ProgrammeItem'][];
}

/** A line a broadcast: `06:30 Thời sự`; empty lines are air. */
async function readProgramme(file: string): Promise<Programme['items']> {
  const lines = (await readBytes(file))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, at, title] = /^(\d{1,2}[:h]\d\d)[\s.,:;–-]+(.+)$/.exec(line) ?? [];
      if (at === undefined || title === undefined) {
        throw new NotDone(`Không hiểu dòng “${line}”. Viết ví dụ 06:30 Thời sự. Chưa có gì thay đổi.`);
      }
      return { at: at.replace('h', ':').padStart(5, '0'), title };
    });
}

/** Does what the newsroom asked by the integration API, and answers what to print. Throws `NotDone`. */
export async function workOnNews(server: string, key: string, command: NewsCommand): Promise<string> {
  const { ask } = createAsk(server, key, told);
  switch (command.do) {
    case 'news':
      return newsPage((await ask<Listed>('/news?limit=50')).items);
    case 'publish-news':
      return articlePage(await publish(ask, command));
    case 'withdraw-news': {
      const { id, by, reason } = command;
      return articlePage(await ask(`/news/${encodeURIComponent(id)}/withdrawal`, put({ by, reason })));
    }
    case 'programme': {
      const { channelId, day, file } = command;
      const path = `/channels/${encodeURIComponent(channelId)}/programmes/${day}`;
      return programmePage(await ask<Programme>(path, put({ items: await readProgramme(file) })));
    }
  }
}

/** What the newsroom published lately. */
function newsPage(items: Listed['items']): string {
  if (items.length === 0) return 'Chưa có bài nào.';
  return items
    .map(({ id, about, withdrawn }) => {
      const marks = [withdrawn ? 'ĐÃ RÚT' : '', about.alertUntil === null ? '' : 'TIN KHẨN', about.sample ? 'mẫu' : ''];
      return [id, about.publishedAt.slice(0, 10), about.topic.id, about.title, ...marks].filter(Boolean).join('  ');
    })
    .join('\n');
}

/** How an article stands after something was done to it. */
function articlePage({ id, article, withdrawn, takenOut }: Schemas['OfficeArticle']): string {
  const state = withdrawn === null ? 'Đã đăng' : 'Đã rút, không ai đọc được nữa';
  const out = takenOut.length === 0 ? '' : `\n  Đã bỏ phần không được phép: ${takenOut.join(', ')}`;
  return `${state}: ${article.about.title}\n  mã ${id}\n  /tin-tuc/${article.about.slug}${out}`;
}

/** A day of a channel as people see it from now on. */
function programmePage({ channelId, day, items }: Programme): string {
  const lines = items.map(({ at, title }) => `  ${at}  ${title}`);
  return [`Đã lưu lịch phát của ${channelId}, ngày ${day.split('-').reverse().join('/')}:`, ...lines].join('\n');
}
