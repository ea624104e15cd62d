import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetAnswers } from '#api';
import { setClock } from '#lib/clock';
import { installFakeServer } from '../../../tests/support/fake-server';
import { installFakeZalo } from '../../../tests/support/fake-zalo';
import { Headlines } from './parts/headlines';

let resetClock: () => void;
beforeEach(() => {
  installFakeZalo();
  forgetAnswers();
  resetClock = setClock({ now: () => new Date('2026-11-25T03:00:00Z') });
});
afterEach(() => resetClock());

test('an alert that ended while the app stayed open is urgent no more', async () => {
  const about = {
    ...{ topic: { id: 'an-toan', vi: 'An toàn', en: 'Safety' }, summary: 'Ở trong nhà.', picture: null, sample: false },
    publishedAt: '2026-11-25T01:00:00Z',
  };
  const alerts = [
    { ...about, slug: 'a', title: 'Bão vào chiều nay', alertUntil: '2026-11-25T09:00:00Z' },
    { ...about, slug: 'b', title: 'Đã qua', alertUntil: '2026-11-25T02:00:00Z' },
  ];
  installFakeServer().on('GET /headlines', { alerts, latest: [] });
  render(<Headlines part="alerts" />);
  expect(await screen.findByRole('link', { name: 'Bão vào chiều nay' })).toBeVisible();
  expect(screen.queryByText('Đã qua')).toBeNull();
});
