import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { FormPaper } from '@dvc/contract/forms';
import type { UploadItem, Uploads } from '#offline';
import { createStore } from '#lib/store';
import { PaperFiles } from './paper-files';

const paper: FormPaper = {
  id: 'giay-chung-sinh',
  name: 'Giấy chứng sinh',
  handling: 'upload',
  required: true,
  maxFiles: 2,
};

const file = (key: string, upload: UploadItem['upload']): UploadItem => ({
  key,
  paperId: paper.id,
  name: `${key}.jpg`,
  isPhoto: true,
  size: 10,
  fileId: undefined,
  upload,
});

const unusable = { state: 'refused', code: 'type', message: undefined } as const;

/** A paper with these files on the screen. @returns what is asked of the uploads, in order. */
function show(items: UploadItem[]): string[] {
  const asked: string[] = [];
  const uploads: Uploads = {
    items: createStore<readonly UploadItem[]>(items),
    add: (_, { name }) => void asked.push(`add ${name}`),
    replace: (key, { name }) => void asked.push(`replace ${key} ${name}`),
    accept: (key) => void asked.push(`accept ${key}`),
    move: (key, by) => void asked.push(`move ${key} ${String(by)}`),
    again: () => undefined,
    remove: (key) => {
      asked.push(`remove ${key}`);
      return Promise.resolve(true);
    },
    picture: (key) => (key === 'mot' ? 'blob:mot' : undefined),
    learn: () => undefined,
    refresh: () => undefined,
    wake: () => undefined,
    stop: () => undefined,
  };
  render(<PaperFiles paper={paper} items={items} uploads={uploads} fault={undefined} />);
  return asked;
}

async function choose(items: UploadItem[], photos: string[]): Promise<string[]> {
  const asked = show(items);
  await userEvent.upload(
    screen.getByLabelText('Chọn ảnh, PDF: Giấy chứng sinh'),
    photos.map((name) => new File(['x'], name, { type: 'image/jpeg' })),
  );
  return asked;
}

test('a photo taken again takes the place of the one that could not be used', async () => {
  expect(await choose([file('mo', unusable)], ['ro.jpg'])).toEqual(['replace mo ro.jpg']);
  expect(screen.getByRole('button', { name: 'Chụp lại' })).toBeVisible();
});

test('a usable photo stays when another is added, and a third finds no room', async () => {
  const asked = await choose([file('truoc', { state: 'ready', sha256: 'a'.repeat(64) })], ['sau.jpg', 'thua.jpg']);
  expect(asked).toEqual(['add sau.jpg']);
  expect(screen.getByText('Giấy này đã đủ tệp. 1 tệp chọn sau chưa thêm.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Chụp thêm trang' })).toBeVisible();
});

test.each([
  ['blurred', 'ảnh mờ'],
  ['dark', 'ảnh tối'],
  ['small', 'ảnh nhỏ'],
] as const)('a photo that is %s: said so, taken again in its place, or used all the same', async (doubt, words) => {
  const asked = show([file('mo', { state: 'doubtful', doubt })]);
  expect(screen.getByRole('alert')).toHaveTextContent(`Chưa gửi: ${words}`);
  await userEvent.upload(screen.getByLabelText('Chụp lại: mo.jpg'), new File(['x'], 'ro.jpg', { type: 'image/jpeg' }));
  await userEvent.click(screen.getByRole('button', { name: 'Vẫn dùng ảnh này' }));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa tệp mo.jpg' }));
  expect(asked).toEqual(['replace mo ro.jpg', 'accept mo', 'remove mo']);
});

test('several photos are pages of one PDF, which can be moved and taken away', async () => {
  const ready = { state: 'ready', sha256: 'a'.repeat(64) } as const;
  const scan = { ...file('to-khai', ready), name: 'to-khai.pdf', isPhoto: false };
  const asked = show([file('mot', ready), scan, file('hai', { state: 'uploading', sent: 4 })]);
  const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(titles).toEqual(['Trang 1/2', 'to-khai.pdf', 'Trang 2/2']);
  expect(screen.getByText('2 ảnh này thành 1 tệp PDF, theo thứ tự trên.')).toBeVisible();
  expect(screen.getByText('Đang gửi: 40 %')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Đưa trang 2 lên trước' }));
  await userEvent.click(screen.getByRole('button', { name: 'Đưa trang 1 xuống sau' }));
  expect(screen.queryByRole('button', { name: 'Đưa trang 1 lên trước' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Xóa trang 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Xóa tệp này' }));
  expect(asked).toEqual(['move hai -1', 'move mot 1', 'remove mot']);
});

test('one photo alone is no page, and nothing is said of a PDF', () => {
  show([file('mot', { state: 'ready', sha256: 'a'.repeat(64) })]);
  expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('mot.jpg');
  expect(screen.queryByText(/tệp PDF/)).toBeNull();
});

test('a photo at hand is shown small; one this phone cannot draw leaves only its words', () => {
  show([file('mot', { state: 'ready', sha256: 'a'.repeat(64) }), file('hai', { state: 'waiting' })]);
  const picture = screen.getByRole('presentation');
  expect(picture).toHaveAttribute('src', 'blob:mot');
  fireEvent.error(picture);
  expect(picture).not.toBeVisible();
});

test('a check that waits for its scanner says that it is not the person’s turn', () => {
  show([file('mot', { state: 'checking', delayed: true })]);
  expect(screen.getByText('Chờ kiểm tra lâu hơn thường lệ')).toBeVisible();
  expect(screen.getByText(/chúng tôi tự thử lại/)).toBeVisible();
});
