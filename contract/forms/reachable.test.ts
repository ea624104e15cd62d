import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkForm,
  checkPage,
  emptyAnswers,
  holds,
  reachableAnswers,
  reachablePages,
  visibleFields,
  visiblePages,
  type Answers,
  type Condition,
} from './index.ts';
import { context, field, form, page, published } from './testing/forms-fixture.ts';

const birth = published('1.001193');
const ids = (answers: Answers) => visiblePages(birth, answers).map((one) => one.id);

describe('conditions', () => {
  test.each<[Condition, Answers, boolean]>([
    [{ field: 'a', op: 'eq', value: 'co' }, { a: 'co' }, true],
    [{ field: 'a', op: 'eq', value: 'co' }, {}, false],
    [{ field: 'a', op: 'ne', value: 'co' }, {}, true],
    [{ field: 'a', op: 'eq', value: 3100 }, { a: '3.100' }, true],
    [{ field: 'a', op: 'in', value: ['x', 2] }, { a: '2' }, true],
    [{ field: 'a', op: 'in', value: ['x'] }, { a: 'y' }, false],
    [{ field: 'a', op: 'lt', value: 5 }, { a: '4' }, true],
    [{ field: 'a', op: 'lt', value: 5 }, { a: 5 }, false],
    [{ field: 'a', op: 'gt', value: 5 }, {}, false],
    [{ field: 'a', op: 'gt', value: '2026-01-01' }, { a: '2026-02-01' }, true],
    [{ field: 'a', op: 'gt', value: '2026-01-01' }, { a: '2026--' }, false],
    [{ field: 'toString', op: 'ne', value: 'x' }, {}, true],
    [
      {
        all: [
          { field: 'a', op: 'eq', value: '1' },
          { field: 'b', op: 'eq', value: '2' },
        ],
      },
      { a: '1', b: '2' },
      true,
    ],
    [
      {
        any: [
          { field: 'a', op: 'eq', value: '1' },
          { field: 'b', op: 'eq', value: '2' },
        ],
      },
      { a: '0', b: '2' },
      true,
    ],
  ])('%j of %j is %s', (condition, answers, expected) => expect(holds(condition, answers)).toBe(expected));
});

describe('what is shown and sent', () => {
  test("an abandoned child's form has no pages for the parents", () => {
    expect(ids({})).toEqual(['nguoi-yeu-cau', 'be', 'giay-to-viec-sinh', 'me', 'cha', 'ban-sao', 'nhan-ket-qua']);
    expect(ids({ birthProof: 'bo-roi' })).not.toContain('me');
    const kept = reachableAnswers(birth, { birthProof: 'bo-roi', motherName: 'Lê Thị Hoa', motherKnown: 'co' });
    expect(kept).toEqual({ birthProof: 'bo-roi' });
  });

  test('what was left behind on a hidden page decides nothing', () => {
    const chained = form({
      pages: [
        page({ id: 'a', fields: [field({ id: 'x' })] }),
        page({ id: 'b', when: { field: 'x', op: 'eq', value: 'co' }, fields: [field({ id: 'y' })] }),
        page({ id: 'c', when: { field: 'y', op: 'eq', value: 'co' }, fields: [field({ id: 'z' })] }),
      ],
    });
    const answers = { x: 'khong', y: 'co', z: 'bí mật' };
    expect(visiblePages(chained, answers).map((one) => one.id)).toEqual(['a']);
    expect(reachableAnswers(chained, answers)).toEqual({ x: 'khong' });
    expect(visiblePages(chained, { ...answers, x: 'co' }).map((one) => one.id)).toEqual(['a', 'b', 'c']);
  });

  test('the same holds within a page', () => {
    const fields = [
      field({ id: 'x' }),
      field({ id: 'y', when: { field: 'x', op: 'eq', value: 'co' } }),
      field({ id: 'z', when: { field: 'y', op: 'eq', value: 'co' } }),
    ];
    expect(visibleFields(page({ fields }), { x: 'khong', y: 'co' }).map(({ id }) => id)).toEqual(['x']);
  });

  test('answers are tidied: NFC, single spaces, numbers, national phones', () => {
    const tidied = reachableAnswers(birth, {
      requesterName: '  Nguyễn   Thị Mai '.normalize('NFD'),
      requesterPhone: '+84 912 345 678',
      requesterId: '079 095 012 345',
      childDob: '2026-1-5',
      wantCopies: 'co',
      copies: '2',
      stranger: 'dropped',
    });
    expect(tidied).toEqual({
      requesterName: 'Nguyễn Thị Mai'.normalize('NFC'),
      requesterPhone: '0912345678',
      requesterId: '079095012345',
      childDob: '2026-01-05',
      wantCopies: 'co',
      copies: 2,
    });
  });

  test('hidden and required is no fault; shown and required is', () => {
    const cha = birth.pages.find((one) => one.id === 'cha');
    if (cha === undefined) throw new Error('no page cha');
    expect(checkPage(birth, cha, { parentsMarried: 'khong' }, context)).toEqual([]);
    expect(checkPage(birth, cha, { parentsMarried: 'co' }, context).map(({ path }) => path)).toContain('fatherName');
  });

  test('witnesses are checked one by one, and named', () => {
    const answers: Answers = { birthProof: 'lam-chung', witnesses: [{ witnessName: 'Lê Văn Tám' }, {}] };
    const faults = checkForm(birth, answers, context).filter(({ path }) => path.startsWith('witnesses'));
    expect(faults.map(({ path }) => path)).toEqual([
      'witnesses.0.witnessId',
      'witnesses.0.witnessAddress.commune',
      'witnesses.1.witnessName',
      'witnesses.1.witnessId',
      'witnesses.1.witnessAddress.commune',
    ]);
    expect(faults[2]?.label).toBe('Người làm chứng 2, Họ, chữ đệm, tên');
    const none = checkForm(birth, { birthProof: 'lam-chung', witnesses: [] }, context);
    expect(none.find(({ path }) => path === 'witnesses')).toMatchObject({ code: 'too-few', limit: 1 });
    const many = checkForm(birth, { birthProof: 'lam-chung', witnesses: [{}, {}, {}, {}, {}] }, context);
    expect(many.find(({ path }) => path === 'witnesses')).toMatchObject({ code: 'too-many', limit: 4 });
  });

  test('defaults are answers from the start', () => {
    expect(emptyAnswers(birth)).toMatchObject({
      childNationality: 'VN',
      surrogacy: 'khong',
      wantCopies: 'khong',
      witnesses: [{}],
    });
    expect(reachableAnswers(birth, emptyAnswers(birth))).not.toHaveProperty('witnesses');
    expect(
      Object.keys(emptyAnswers(form({ pages: [page({ fields: [field({}), field({ id: 'x', default: 'VN' })] })] }))),
    ).toEqual(['x']);
  });
});

describe('for any answers', () => {
  const value = fc.oneof(
    fc.constantFrom('co', 'khong', 'lam-chung', 'bo-roi', 'chung-sinh', 'buu-chinh', 'co-so-y-te', '2026-11-01'),
    fc.jsonValue(),
  );
  const fields = birth.pages.flatMap((one) => one.fields).map(({ id }) => id);
  const anything = fc.dictionary(fc.constantFrom(...fields), value) as fc.Arbitrary<Answers>;

  test('what is reachable is reachable again, and shows the same pages', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const once = reachableAnswers(birth, answers);
        expect(reachableAnswers(birth, once)).toEqual(once);
        expect(visiblePages(birth, once)).toEqual(visiblePages(birth, answers));
      }),
    );
  });

  test('faults are only of what is shown, and do not change when unreachable answers do', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const shown = reachablePages(birth, answers).flatMap((one) => one.fields.map(({ id }) => id));
        const faults = checkForm(birth, answers, context);
        for (const { path } of faults) expect(shown).toContain(path.split('.')[0]);
        const reached = Object.fromEntries(Object.entries(answers).filter(([id]) => shown.includes(id)));
        expect(checkForm(birth, reached, context)).toEqual(faults);
      }),
    );
  });

  test('the pages together have the faults of the form', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const byPage = visiblePages(birth, answers).flatMap((one) => checkPage(birth, one, answers, context));
        expect(byPage).toEqual(checkForm(birth, answers, context));
      }),
    );
  });
});
