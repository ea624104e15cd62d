import { describe, expect, test } from 'vitest';
import { checkDeclaration, faultWords, feeFor, fileFaultWords, missingPapers, papersFor } from './index.ts';
import { published } from './testing/forms-fixture.ts';

const birth = published('1.001193');
const extract = published('2.000635');
const asked = (answers: Record<string, string>) => papersFor(birth, answers).map(({ id }) => id);

describe('papers', () => {
  test('follow from the answers', () => {
    expect(asked({})).toEqual(['giay-to-tuy-than']);
    expect(asked({ birthProof: 'chung-sinh' })).toContain('giay-chung-sinh');
    expect(asked({ birthProof: 'lam-chung', surrogacy: 'co' })).toEqual(
      expect.arrayContaining(['nguoi-lam-chung', 'xac-nhan-mang-thai-ho']),
    );
    expect(asked({ birthProof: 'bo-roi', parentsMarried: 'co' })).not.toContain('giay-ket-hon');
  });

  test('stand in the way until each is ready; what is shown at the counter never does', () => {
    const answers = { birthProof: 'chung-sinh', parentsMarried: 'co' };
    const missing = (files: Parameters<typeof missingPapers>[2]) => missingPapers(birth, answers, files);
    expect(missing([]).map(({ path, code }) => [path, code])).toEqual([['papers.giay-chung-sinh', 'paper-missing']]);
    expect(missing([{ paperId: 'giay-chung-sinh', state: 'checking' }])[0]?.code).toBe('paper-unfinished');
    expect(missing([{ paperId: 'giay-chung-sinh', state: 'refused' }])[0]?.code).toBe('paper-refused');
    expect(missing([{ paperId: 'giay-chung-sinh', state: 'ready' }])).toEqual([]);
    const optional = [
      { paperId: 'giay-chung-sinh', state: 'ready' } as const,
      { paperId: 'giay-ket-hon', state: 'uploading' } as const,
    ];
    expect(missing(optional)[0]).toMatchObject({ path: 'papers.giay-ket-hon', code: 'paper-unfinished' });
  });

  test('a required one that is shown at the counter is never missing, whatever came of a file of it', () => {
    const shown = { ...birth.papers[0], id: 'x', name: 'X', handling: 'present', required: true, maxFiles: 1 } as const;
    const counter = { ...birth, papers: [{ ...shown, when: undefined }] };
    expect(missingPapers(counter, {}, [])).toEqual([]);
    expect(missingPapers(counter, {}, [{ paperId: 'x', state: 'refused' }])).toEqual([]);
    expect(
      missingPapers({ ...counter, papers: [{ ...shown, when: undefined, handling: 'upload' }] }, {}, []),
    ).toHaveLength(1);
  });

  test('are named in the words', () => {
    const [fault] = missingPapers(birth, { birthProof: 'chung-sinh' }, []);
    expect(fault && faultWords(fault, 'vi')).toBe('Giấy chứng sinh: hãy chụp hoặc chọn ảnh giấy này.');
  });

  test('a refused file says what happened, what is kept and what to do', () => {
    expect(fileFaultWords('size', undefined, 'vi')).toBe(
      'Tệp này hơn 10 MB nên chưa gửi được. Các tệp khác vẫn còn. Hãy chụp lại hoặc chọn tệp nhỏ hơn.',
    );
    for (const code of ['type', 'size', 'empty', 'malformed', 'encrypted', 'bomb', 'checksum', 'too-many'] as const) {
      expect(fileFaultWords(code, undefined, 'vi').split('. ')).toHaveLength(3);
    }
    const more = [
      'type',
      'heic',
      'archive',
      'size',
      'empty',
      'malformed',
      'encrypted',
      'active',
      'bomb',
      'checksum',
    ] as const;
    for (const code of [...more, 'too-many'] as const) {
      expect(fileFaultWords(code, undefined, 'vi')).toMatch(/ vẫn còn\. /);
      expect(fileFaultWords(code, undefined, 'en')).toMatch(/ are kept\. /);
    }
  });
});

describe('fees', () => {
  test('multiply by the number of copies that is shown', () => {
    expect(feeFor(extract, { copies: '3' })).toMatchObject({ amountVnd: 24000 });
    expect(feeFor(birth, { wantCopies: 'co', copies: 2 })).toMatchObject({ amountVnd: 16000 });
    expect(feeFor(birth, { wantCopies: 'khong', copies: 2 })).toMatchObject({ amountVnd: 0 });
  });

  test('not confirmed is not zero', () => {
    expect(
      feeFor({ ...extract, fee: { amountVnd: null, unit: 'bản', multiplyBy: 'copies', text: 'Chưa rõ' } }, {}),
    ).toEqual({
      amountVnd: null,
      text: 'Chưa rõ',
    });
    expect(feeFor({ ...extract, fee: undefined }, {})).toBeUndefined();
  });
});

describe('fees that depend on who asks and how much', () => {
  test('an exemption makes it free and says why; without one the amount stands', () => {
    const residence = published('1.004222');
    expect(feeFor(residence, { exemption: 'khong' })).toMatchObject({ amountVnd: 10_000 });
    expect(feeFor(residence, { exemption: 'ho-ngheo' })).toEqual({
      amountVnd: 0,
      text: 'Bạn khai thuộc diện được miễn 10.000 đồng, theo Thông tư 75/2022/TT-BTC. Cơ quan sẽ kiểm tra.',
    });
  });

  test.each([
    [[{ pages: 1, copies: 1 }], 2_000],
    [[{ pages: 2, copies: 3 }], 12_000],
    [[{ pages: '5', copies: '2' }], 14_000],
    [[{ pages: 198, copies: 1 }], 200_000],
    [[{ pages: 200, copies: 2 }], 400_000],
    [
      [
        { pages: 1, copies: 1 },
        { pages: 3, copies: 1 },
      ],
      7_000,
    ],
    [[{}], 0],
  ])('certified copies %j cost %d đồng', (docs, amountVnd) => {
    expect(feeFor(published('2.000815'), { docs })).toMatchObject({ amountVnd });
  });
});

test('the declaration must be ticked by the person', () => {
  expect(checkDeclaration(birth, []).map(({ path }) => path)).toEqual([
    'declaration.trueStatement',
    'declaration.consentData',
  ]);
  expect(checkDeclaration(birth, ['trueStatement', 'consentData'])).toEqual([]);
});
