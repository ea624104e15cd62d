import { useEffect, useState } from 'react';
import type { Shell } from '#ui/shell';

/** Long enough for the new screen to have set the document's title. */
const settleMs = 300;

/** Says the new screen's title aloud; single-page navigation is silent otherwise. */
export function Announcer({ arrival: { key, moved } }: { arrival: Shell['arrival'] }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!moved) return undefined;
    const timer = setTimeout(() => setSaid(document.title), settleMs);
    return () => clearTimeout(timer);
  }, [key, moved]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}
