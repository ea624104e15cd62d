import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { bindSession, forgetAnswers } from '#api';
import { installFakeServer, type FakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import { Todo } from './parts/todo';

let server: FakeServer;
beforeEach(() => {
  installFakeZalo();
  forgetAnswers();
  server = installFakeServer();
  const token = () => Promise.resolve('token');
  return bindSession({ token, renew: token, levelDoubted: () => undefined });
});

const draft = (id: string) => ({
  ...{ id, procedureCode: '1.001193', procedureName: 'Làm giấy khai sinh', page: 'be', step: 2, steps: 5, files: 0 },
  ...{ savedAt: '2026-11-23T03:24:00Z', expiresAt: '2027-01-22T03:24:00Z' },
});

test('three are shown, all are counted, and the way to all of them stands below', async () => {
  server.on('GET /dossiers', { items: [], next: null });
  server.on('GET /drafts', { items: ['1', '2', '3', '4', '5'].map(draft) });
  render(<Todo />);
  expect(await screen.findByRole('heading', { name: 'Cần bạn làm: 5 việc' })).toBeVisible();
  expect(screen.getAllByRole('link', { name: /^Làm tiếp/ })).toHaveLength(3);
  expect(screen.getByRole('link', { name: 'Xem tất cả việc cần làm' })).toHaveAttribute('href', '/ho-so');
});

test('with dossiers that were not read the number says that it is not all', async () => {
  server.on('GET /dossiers', { items: [], next: 'sau' });
  server.on('GET /drafts', { items: [draft('1')] });
  render(<Todo />);
  expect(await screen.findByRole('heading', { name: 'Cần bạn làm: ít nhất 1 việc' })).toBeVisible();
  expect(screen.queryByRole('link', { name: /Xem tất cả/ })).toBeNull();
});
