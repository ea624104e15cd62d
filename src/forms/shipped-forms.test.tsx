import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  emptyAnswers,
  formIn,
  reachablePages,
  type Answers,
  type FormDefinition,
  type FormPage,
} from '@dvc/contract/forms';
import { setClock } from '#lib/clock';
import { communeIndex, type CommuneIndex } from './communes';
import { FormPageView, useFilling } from './index';

const forms = Object.values(
  import.meta.glob<FormDefinition>('../../provinces/tay-ninh/procedures/*.json', { eager: true, import: 'form' }),
);
let communes: CommuneIndex;

function Page({ form, page, start }: { form: FormDefinition; page: FormPage; start: Answers }) {
  const filling = useFilling({ form, communes, answers: start, prefilled: [] });
  return (
    <>
      <FormPageView filling={filling} page={page} />
      <button type="button" onClick={() => filling.check(page)}>
        Tiếp tục
      </button>
    </>
  );
}

beforeAll(async () => {
  communes = await communeIndex();
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => setClock({ now: () => new Date('2026-11-23T03:00:00Z') }));

/** Answers that open one more page or field: every choice a condition waits for, one at a time. */
function waysToOpen(form: FormDefinition): Answers[] {
  const start = emptyAnswers(form);
  const choices = form.pages.flatMap(({ fields }) =>
    fields.flatMap((field) =>
      field.type === 'radio' || field.type === 'yesNo'
        ? (field.options ?? []).map(({ value }) => ({ ...start, [field.id]: value }))
        : [],
    ),
  );
  return [start, ...choices];
}

/** Each page once for every set of fields it can show. */
function distinctPages(form: FormDefinition): { page: FormPage; start: Answers }[] {
  const seen = new Map<string, { page: FormPage; start: Answers }>();
  for (const start of waysToOpen(form)) {
    for (const { page, fields } of reachablePages(form, start)) {
      const name = [page.id, ...fields.map(({ id }) => id)].join(' ');
      if (!seen.has(name)) seen.set(name, { page, start });
    }
  }
  return [...seen.values()];
}

describe.each(forms.map((form) => ({ title: form.title, form })))('$title', ({ form }) => {
  test('every question has a name; what is missing is said at the question and in the summary, in the same words', async () => {
    for (const { page, start } of distinctPages(form)) {
      const { unmount, container } = render(<Page form={form} page={page} start={start} />);
      for (const control of container.querySelectorAll('input, select, textarea')) {
        expect(control, `${page.id} ${control.id}`).toHaveAccessibleName();
      }
      await userEvent.click(screen.getByRole('button', { name: 'Tiếp tục' }));
      const summary = screen.queryByRole('alert');
      for (const link of summary === null ? [] : within(summary).getAllByRole('link')) {
        const id = decodeURIComponent(link.getAttribute('href')?.split('#')[1] ?? '');
        const at = document.getElementById(id);
        expect(at, `${page.id} ${id}`).not.toBeNull();
        expect(at, `${page.id} ${id}`).toHaveAccessibleDescription(expect.stringContaining(link.textContent));
      }
      unmount();
    }
  });

  test('in English nothing is missing', () => {
    const english = formIn(form, 'en');
    for (const { page, start } of distinctPages(form).slice(0, 1)) {
      const there = english.pages.find(({ id }) => id === page.id);
      if (there === undefined) throw new Error(page.id);
      render(<Page form={english} page={there} start={start} />);
      expect(screen.getAllByText(there.fields[0]?.label ?? '').length).toBeGreaterThan(0);
    }
  });
});
