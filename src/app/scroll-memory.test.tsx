import { act, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router-dom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useScrollMemory } from './scroll-memory';

function Place() {
  useScrollMemory(useLocation().key);
  return null;
}

const { scrollTo } = window;
beforeEach(() => {
  window.scrollTo = ((_: number, top: number) => scrolled(top)) as typeof window.scrollTo;
});
afterEach(() => {
  window.scrollTo = scrollTo;
  scrolled(0);
});

/** The page lies there now; nobody is told. */
function scrolled(top: number): void {
  Object.defineProperty(window, 'scrollY', { configurable: true, value: top });
}
function scroll(top: number): void {
  scrolled(top);
  window.dispatchEvent(new Event('scroll'));
}

function open() {
  const router = createMemoryRouter([{ path: '*', element: <Place /> }]);
  render(<RouterProvider router={router} />);
  return (to: number | string) => act(() => (typeof to === 'string' ? router.navigate(to) : router.navigate(to)));
}

test('going back shows the place that was left, a new arrival its top', async () => {
  const go = open();
  scroll(700);
  await go('/b');
  expect(window.scrollY).toBe(0);
  scroll(300);
  await go(-1);
  expect(window.scrollY).toBe(700);
  await go(1);
  expect(window.scrollY).toBe(300);
});

test('fifty places are remembered; beyond that the one left longest ago is at its top again', async () => {
  const go = open();
  scroll(1_000);
  for (let place = 1; place < 50; place += 1) {
    await go(`/${String(place)}`);
    scroll(1_000 + place);
  }
  // All fifty are known; the first is looked at once more, so the second is the oldest now.
  await go(-49);
  expect(window.scrollY).toBe(1_000);
  scroll(2_000);
  await go(49);
  await go('/50');
  scroll(1_050);
  await go(-50);
  expect(window.scrollY).toBe(2_000);
  await go(1);
  expect(window.scrollY).toBe(0);
  await go(1);
  expect(window.scrollY).toBe(1_002);
});
