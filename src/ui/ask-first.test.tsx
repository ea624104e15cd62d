import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { AppError } from '#lib/app-error';
import { AskFirst } from './ask-first';
import { FileActs } from './file-acts';

const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('under way it can no longer be kept, and says so by not offering it; failed, it can', async () => {
  let fail: (error: Error) => void = () => undefined;
  const under = new Promise<void>((_, reject) => void (fail = reject));
  render(<AskFirst label="Dừng" question="Dừng lại?" keep="Giữ lại" yes="Dừng hẳn" onYes={() => under} />);
  await tap('Dừng');
  await tap('Dừng hẳn');
  expect(screen.queryByRole('button', { name: 'Giữ lại' })).toBeNull();
  fail(new AppError('server'));
  await screen.findByRole('button', { name: 'Giữ lại' });
  await tap('Giữ lại');
  await tap('Dừng');
  expect(screen.getByRole('alert')).toHaveTextContent(/^Dừng lại\?Giữ lạiDừng hẳn$/);
});

test('a file being deleted is deleted once, and cannot be kept meanwhile', async () => {
  let end: (went: boolean) => void = () => undefined;
  const remove = vi.fn(() => new Promise<boolean>((resolve) => void (end = resolve)));
  const nothing = () => undefined;
  render(
    <FileActs
      item={{ key: 'a', name: 'don.pdf', upload: { state: 'ready' } }}
      files={{ replace: nothing, accept: nothing, again: nothing, remove }}
      types="image/*"
    />,
  );
  await tap('Xóa tệp don.pdf');
  await tap('Xóa tệp này');
  expect(screen.queryByRole('button', { name: 'Giữ lại' })).toBeNull();
  await tap('Xóa tệp này');
  expect(remove).toHaveBeenCalledTimes(1);
  end(false);
  expect(await screen.findByText(/^Chưa xóa được/)).toBeVisible();
});
