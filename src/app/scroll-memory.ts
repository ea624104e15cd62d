import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';

/** As many arrivals as browsers keep in their own history. */
const mostPlaces = 50;
const places = new Map<string, number>();

function rememberPlace(arrival: string, top: number): void {
  places.delete(arrival);
  places.set(arrival, top);
  const [oldest] = places.keys();
  if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest);
}

/** A list that comes from the server needs a moment before it is long enough to scroll. */
const patienceMs = 1_500;
const ownScrolling = ['touchstart', 'wheel', 'keydown'] as const;

function scrollWhenLongEnough(top: number): () => void {
  const until = performance.now() + patienceMs;
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    for (const name of ownScrolling) window.removeEventListener(name, stop);
  };
  // Whoever scrolls themselves is not pulled back.
  for (const name of ownScrolling) window.addEventListener(name, stop, { passive: true });
  const tryIt = (): void => {
    window.scrollTo(0, top);
    const reached = Math.abs(window.scrollY - top) < 2;
    if (!reached && performance.now() < until) frame = requestAnimationFrame(tryIt);
    else stop();
  };
  tryIt();
  return stop;
}

/** Going back shows the place that was left; a new arrival starts at its top. */
export function useScrollMemory(arrival: string): void {
  const { key } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const remember = (): void => rememberPlace(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);
  useLayoutEffect(
    () => scrollWhenLongEnough(how === NavigationType.Pop ? (places.get(arrival) ?? 0) : 0),
    [arrival, how],
  );
}
