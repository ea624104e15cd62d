import type { ReactNode } from 'react';
import { defineTexts } from '#lib/texts';
import { Icon } from './icon';
import { alertIcon, tickIcon } from './icons';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: { done: 'Đã xong', late: 'Trễ hẹn', now: 'Đang ở đây', you: 'Đến lượt bạn', next: 'Sắp tới' },
  en: { done: 'Done', late: 'Late', now: 'Now here', you: 'Your turn', next: 'Coming' },
});

export interface TimelineItem {
  /** `you`: the present step, and it waits for the person; `late`: behind us, and nothing to be ticked off. */
  state: 'done' | 'late' | 'now' | 'you' | 'next';
  title: ReactNode;
  /** When, in words. */
  meta?: ReactNode;
  body?: ReactNode;
}

/** Past solid, present ringed, future hollow; the state is also said in words for those who listen. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const t = useTexts(texts);
  return (
    <ol className="tl">
      {items.map(({ state, title, meta, body }, index) => (
        <li
          key={index}
          className={state === 'you' ? 'now you' : state}
          aria-current={state === 'now' || state === 'you' ? 'step' : undefined}
        >
          <span className="d">
            {state === 'done' ? <Icon of={tickIcon} /> : null}
            {state === 'late' ? <Icon of={alertIcon} /> : null}
            <span className="unseen">{t[state]}</span>
          </span>
          <p className="t">{title}</p>
          {meta === undefined ? null : <p className="m">{meta}</p>}
          {body === undefined ? null : <div className="x">{body}</div>}
        </li>
      ))}
    </ol>
  );
}
