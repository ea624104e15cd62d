import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkForm,
  checkPage,
  faultWords,
  feeFor,
  formIn,
  missingPapers,
  optionsOf,
  reachableAnswers,
  reachablePages,
  suitability,
  type Answer,
  type Answers,
  type Field,
  type FormDefinition,
} from './index.ts';
import { context, published } from './testing/forms-fixture.ts';

const folder = new URL('../../provinces/tay-ninh/procedures/', import.meta.url);
const codes = readdirSync(folder).map((name) => name.replace('.json', ''));

/** What somebody may have written there: fitting, nearly fitting, nothing, or what no form can produce. */
function anything(field: Field, form: FormDefinition): fc.Arbitrary<Answer> {
  const junk = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Answer>;
  return fc.oneof(
    { arbitrary: fitting(field, form), weight: 8 },
    { arbitrary: junk, weight: 1 },
    fc.constant(undefined),
  );
}

function fitting(field: Field, form: FormDefinition): fc.Arbitrary<Answer> {
  switch (field.type) {
    case 'repeat':
      return fc.array(answersOf(field.fields, form), { maxLength: field.max + 1 });
    case 'radio':
    case 'select':
    case 'yesNo':
      return fc.constantFrom(...optionsOf(field, form.lists).map(({ value }) => value), 'strange');
    case 'date':
      return fc.constantFrom('2026-11-23', '1950-1-2', '1948--', '2020-05-', '2030-01-01', '2026-02-30', '--', '-3-');
    case 'address':
      return fc.record({
        commune: fc.constantFrom('25459', 'ngoai:Nơi khác', '1', ''),
        detail: fc.string({ maxLength: 9 }),
      });
    case 'commune':
      return fc.constantFrom('25459', 'ngoai:Nơi khác', 'ngoai:', '99999');
    case 'idNumber':
      return fc.constantFrom('072 188 000001', '072188000001', '12', 'x', '.');
    case 'number':
    case 'money':
    case 'area':
      return fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom('1.250', '7,5', 'ba', '1e9'));
    case 'phone':
      return fc.constantFrom('0912 345 678', '+84912345678', '12');
    default:
      return fc.constantFrom(
        'Nguyễn Văn An',
        'Hộ kinh doanh Ánh',
        '123456789012',
        '  hai  từ ',
        '14:30',
        'a@vidu.vn',
        '1998',
      );
  }
}

function answersOf(fields: readonly Field[], form: FormDefinition): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.id, anything(field, form)])));
}

/** As it is kept on the server and read by another phone. */
const throughJson = (answers: Answers): Answers => JSON.parse(JSON.stringify(answers)) as Answers;

test('the twelve are here', () => expect(codes).toHaveLength(12));

describe.each(codes)('%s, however it is filled in', (code) => {
  const form = published(code);
  const fields = form.pages.flatMap((page) => page.fields);

  test('phone and server find the same pages, the same faults, the same answers and the same fee', () => {
    fc.assert(
      fc.property(answersOf(fields, form), (typed) => {
        const pages = reachablePages(form, typed);
        expect(pages.length).toBeLessThanOrEqual(form.pages.length);
        expect(pages.length).toBeGreaterThan(0);
        // The phone checks page by page what was typed; the server checks what was sent, whole.
        const onPhone = pages.flatMap(({ page }) => checkPage(form, page, typed, context));
        const sent = throughJson(reachableAnswers(form, typed));
        expect(checkForm(form, throughJson(typed), context)).toEqual(onPhone);
        expect(checkForm(form, sent, context)).toEqual(onPhone);
        expect(reachablePages(form, sent).map(({ page }) => page.id)).toEqual(pages.map(({ page }) => page.id));
        expect(throughJson(reachableAnswers(form, sent))).toEqual(sent);
        expect(missingPapers(form, sent, [])).toEqual(missingPapers(form, typed, []));
        const fee = feeFor(form, typed);
        expect(feeFor(form, sent)).toEqual(fee);
        // Of answers with faults there is only a fee to look at; nobody is asked to pay it.
        if (onPhone.length === 0 && typeof fee?.amountVnd === 'number') {
          expect(Number.isSafeInteger(fee.amountVnd)).toBe(true);
        }
        for (const fault of onPhone) expect(faultWords(fault, 'vi')).toMatch(/[.?]$/);
        // Another language finds the same.
        const there = checkForm(formIn(form, 'en'), typed, context);
        expect(there.map(({ path, code: kind }) => [path, kind])).toEqual(
          onPhone.map(({ path, code: kind }) => [path, kind]),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('the check before typing ends with a way on for somebody', () => {
    const answers: Record<string, string> = {};
    for (;;) {
      const { questions, stop } = suitability(form, answers);
      expect(stop).toBeUndefined();
      const open = questions.find(({ id }) => answers[id] === undefined);
      if (open === undefined) break;
      answers[open.id] = open.answers.find((answer) => answer.stop === undefined)?.value ?? '';
    }
    expect(form.check?.length).toBeGreaterThan(0);
  });
});
