import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { operations, Schemas } from '@dvc/contract';
import { createAsk, NotDone, type Told } from './ask-server.ts';
import type { ReportCommand } from './report-commands.ts';
import { reportListPage, reportPage } from './report-pages.ts';

type Page = operations['listReportsForOffice']['responses']['200']['content']['application/json'];
type Publishing = operations['publishReport']['requestBody']['content']['application/json'];

const told: Told = {
  forbidden: 'Khóa này không được phép làm việc đó. Xin quản trị thêm quyền reports:read hoặc reports:write.',
  'not-found': 'Không có phản ánh hoặc ảnh với mã này. Xem danh sách bằng lệnh reports.',
  'bad-request': 'Máy chủ không đọc được yêu cầu. Kiểm tra lại mã phản ánh, mã ảnh.',
  'file-refused': 'Ảnh này chưa nhận được. Cần ảnh JPEG. Chưa có gì thay đổi.',
  'unsupported-media-type': 'Ảnh này chưa nhận được. Cần ảnh JPEG. Chưa có gì thay đổi.',
};

async function readPhoto(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new NotDone(`Không đọc được tệp ${path}. Chưa có gì thay đổi.`, { cause });
  }
}

/** Does what was asked about field reports by the integration API, and answers what to print. Throws `NotDone`. */
export async function workOnReport(server: string, key: string, command: ReportCommand): Promise<string> {
  const { ask, askBytes } = createAsk(server, key, told);
  const keyed = (type: string): Record<string, string> => ({ 'content-type': type, 'idempotency-key': randomUUID() });
  const send = (method: string, path: string, body: object) =>
    ask<Schemas['OfficeReport']>(path, { method, headers: keyed('application/json'), body: JSON.stringify(body) });

  if (command.act === 'list') {
    const items: Page['items'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = new URLSearchParams({ limit: '100' });
      if (command.state !== undefined) query.set('state', command.state);
      if (cursor !== '') query.set('cursor', cursor);
      const page: Page = await ask(`/reports?${query.toString()}`);
      items.push(...page.items);
      cursor = page.next;
    }
    return reportListPage(items);
  }

  const path = `/reports/${encodeURIComponent(command.code)}`;
  switch (command.act) {
    case 'show': {
      const query = new URLSearchParams({ purpose: command.purpose });
      const report = await ask<Schemas['OfficeReport']>(`${path}?${query.toString()}`);
      return `${reportPage(report)}\n\nLần xem này đã được ghi lại.`;
    }
    case 'photo': {
      const query = new URLSearchParams({ purpose: command.purpose });
      const bytes = await askBytes(`${path}/files/${encodeURIComponent(command.fileId)}?${query.toString()}`);
      await writeFile(command.out, bytes);
      return `Đã lưu ${command.out}, ${Math.ceil(bytes.length / 1024)} KB. Lần xem này đã được ghi lại. Xem xong thì xóa: trong ảnh có thể có người.`;
    }
    case 'move': {
      const { to, by, note, internal, photo } = command;
      let added = '';
      if (photo !== undefined) {
        const body = await readPhoto(photo);
        const { id } = await ask<Schemas['ReportFile']>(`${path}/after-photos`, {
          ...{ method: 'POST', headers: keyed('image/jpeg'), body },
        });
        added = ` Ảnh sau khi xử lý: ${id}; hiện công khai bằng lệnh publish.`;
      }
      const words = {
        ...(note === undefined ? {} : { note }),
        ...(internal === undefined ? {} : { internalNote: internal }),
      };
      const report = await send('POST', `${path}/transitions`, { to, by, ...words });
      return `Đã chuyển bước. Người gửi và người theo dõi được báo.${added}\n\n${reportPage(report)}`;
    }
    case 'note':
      return reportPage(await send('POST', `${path}/notes`, { by: command.by, internalNote: command.internal }));
    case 'publish': {
      const { title, words, place, photos } = command;
      const body: Publishing = {
        ...{ title, photos },
        ...(words === undefined ? {} : { words }),
        ...(place === undefined ? {} : { place }),
      };
      return `Mọi người thấy được từ bây giờ.\n\n${reportPage(await send('PUT', `${path}/publication`, body))}`;
    }
    case 'hide':
      await askBytes(`${path}/publication`, { method: 'DELETE' });
      return 'Không ai thấy nữa. Ảnh làm cho mọi người đã xóa; ảnh gốc vẫn ở cơ quan.';
    case 'merge': {
      const { into, by, internal } = command;
      const body = { into, by, ...(internal === undefined ? {} : { internalNote: internal }) };
      return `Đã gộp. Người gửi và người theo dõi nay theo phản ánh này.\n\n${reportPage(await send('POST', `${path}/merging`, body))}`;
    }
  }
}
