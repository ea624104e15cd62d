import { useEffect, useId, useRef } from 'react';
import { defineTexts } from '#lib/texts';
import { Icon } from './icon';
import { alertIcon } from './icons';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: { title: (count: number) => `Có ${String(count)} chỗ cần sửa` },
  en: { title: (count: number) => (count === 1 ? '1 place to correct' : `${String(count)} places to correct`) },
});

export interface SummaryLine {
  /** The `id` given to the Field. */
  fieldId: string;
  /** The same sentence as under the field, led by its label. */
  text: string;
}

interface ErrorSummaryProps {
  lines: readonly SummaryLine[];
  title?: string;
  /** Changes with each attempt, so that focus comes back here each time. */
  attempt?: number;
  /** For fields that are not on this page: opens theirs. Return true when it was handled. */
  onOpen?: (fieldId: string) => boolean;
}

/** Moves focus to a field's control and brings it into view. */
export function focusField(fieldId: string): void {
  const place = document.getElementById(fieldId);
  const control =
    place instanceof HTMLFieldSetElement
      ? (place.querySelector<HTMLElement>('[aria-invalid="true"]') ??
        place.querySelector<HTMLElement>('input, select, textarea, button') ??
        place)
      : place;
  control?.focus();
}

/** What must be corrected, each line leading to its field; takes focus when it appears. */
export function ErrorSummary({ lines, title, attempt = 0, onOpen }: ErrorSummaryProps) {
  const t = useTexts(texts);
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  return (
    <section className="errsum" role="alert" aria-labelledby={id} ref={box} tabIndex={-1}>
      <h2 id={id}>
        <Icon of={alertIcon} />
        {title ?? t.title(lines.length)}
      </h2>
      <ul>
        {lines.map(({ fieldId, text }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                // The fragment must not reach the address: there it would be a place to go back to.
                event.preventDefault();
                if (onOpen?.(fieldId) !== true) focusField(fieldId);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
