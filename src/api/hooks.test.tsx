import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installFakeServer, json, problem, type FakeServer } from '../../tests/support/fake-server';
import { bindSession, forgetAnswers, forgetPrivateAnswers, refreshAnswers, useAct, useOperation } from './index';

let server: FakeServer;
let unbind: () => void;

beforeEach(() => {
  server = installFakeServer();
  unbind = bindSession({
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
    levelDoubted: () => undefined,
  });
});

afterEach(() => {
  // Readers must be gone before what they read is forgotten, or they would ask again.
  cleanup();
  forgetAnswers();
  unbind();
});

function Unread() {
  const { data, error, loading, reload } = useOperation('listNotifications', {});
  return (
    <>
      <p>{loading ? 'loading' : `unread: ${String(data?.unread ?? 'unknown')}, ${error?.kind ?? 'no error'}`}</p>
      <button type="button" onClick={reload}>
        reload
      </button>
    </>
  );
}

const inbox = (unread: number): Response => json({ items: [], next: null, unread });

test('a read shows old data beside a new error, and recovers', async () => {
  server.on('GET /notifications', inbox(3));
  render(<Unread />);
  expect(screen.getByText('loading')).toBeVisible();
  expect(await screen.findByText('unread: 3, no error')).toBeVisible();
  server.on('GET /notifications', problem(404, 'not-found'));
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('unread: 3, missing')).toBeVisible();
  server.on('GET /notifications', inbox(4));
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('unread: 4, no error')).toBeVisible();
});

test('two readers ask once, and the next screen shows what is known at once', async () => {
  server.on('GET /notifications', inbox(3));
  const { unmount } = render(
    <>
      <Unread />
      <Unread />
    </>,
  );
  expect(await screen.findAllByText('unread: 3, no error')).toHaveLength(2);
  unmount();
  render(<Unread />);
  expect(screen.getByText('unread: 3, no error')).toBeVisible();
  expect(server.asked).toHaveLength(1);
});

test('answers marked as old are asked for again, those of a person are forgotten with them', async () => {
  server.on('GET /notifications', inbox(3));
  const { unmount } = render(<Unread />);
  await screen.findByText('unread: 3, no error');
  server.on('GET /notifications', inbox(5));
  act(() => refreshAnswers('listDrafts'));
  expect(screen.getByText('unread: 3, no error')).toBeVisible();
  act(() => refreshAnswers('listNotifications'));
  expect(await screen.findByText('unread: 5, no error')).toBeVisible();
  unmount();
  forgetPrivateAnswers();
  render(<Unread />);
  expect(screen.getByText('loading')).toBeVisible();
  expect(await screen.findByText('unread: 5, no error')).toBeVisible();
});

function Mark() {
  const mark = useAct('markNotificationRead', { refresh: ['listNotifications'] });
  return (
    <button type="button" onClick={() => void mark.run({ params: { notificationId: 'n' } })}>
      {mark.busy ? 'at work' : (mark.error?.kind ?? 'ready')}
    </button>
  );
}

test('two taps are one act; its failure is kept until the next', async () => {
  let release: (answer: Response) => void = () => undefined;
  const held = new Promise<Response>((resolve) => {
    release = resolve;
  });
  const answer = vi.fn(() => held);
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => (answer.mock.calls.length === 0 ? answer() : real(input, init));
  render(<Mark />);
  await userEvent.dblClick(screen.getByRole('button'));
  expect(screen.getByRole('button')).toHaveTextContent('at work');
  release(problem(503, 'server-busy'));
  expect(await screen.findByRole('button', { name: 'busy' })).toBeVisible();
  expect(answer).toHaveBeenCalledTimes(1);
  expect(server.asked).toEqual([]);
  server.on('PUT /notifications/n/read', new Response(null, { status: 204 }));
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('ready')).toBeVisible();
});
