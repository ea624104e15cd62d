import { render, screen } from '@testing-library/react';
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
  size: 10,
  fileId: undefined,
  upload,
});

const unusable = { state: 'refused', code: 'type', message: undefined } as const;

/** Chooses photos for a paper that has these files. @returns what was asked of the uploads, in order. */
async function choose(items: UploadItem[], photos: string[]): Promise<string[]> {
  const asked: string[] = [];
  const uploads: Uploads = {
    items: createStore<readonly UploadItem[]>(items),
    add: (_, { name }) => void asked.push(`add ${name}`),
    again: () => undefined,
    remove: (key) => {
      asked.push(`remove ${key}`);
      return Promise.resolve(true);
    },
    learn: () => undefined,
    wake: () => undefined,
    stop: () => undefined,
  };
  render(<PaperFiles paper={paper} items={items} uploads={uploads} fault={undefined} />);
  await userEvent.upload(
    screen.getByLabelText('Chọn ảnh, PDF: Giấy chứng sinh'),
    photos.map((name) => new File(['x'], name, { type: 'image/jpeg' })),
  );
  return asked;
}

test('a photo taken again takes the place of the one that could not be used', async () => {
  expect(await choose([file('mo', unusable)], ['ro.jpg'])).toEqual(['remove mo', 'add ro.jpg']);
  expect(screen.getByRole('button', { name: 'Chụp lại' })).toBeVisible();
});

test('a usable photo stays when another is added, and a third finds no room', async () => {
  const asked = await choose([file('truoc', { state: 'ready', sha256: 'a'.repeat(64) })], ['sau.jpg', 'thua.jpg']);
  expect(asked).toEqual(['add sau.jpg']);
  expect(screen.getByRole('button', { name: 'Chụp thêm' })).toBeVisible();
});
