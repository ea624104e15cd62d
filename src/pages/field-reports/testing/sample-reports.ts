import type { Schemas } from '@dvc/contract';
import type { OperationOutput } from '#api';

export const categories: OperationOutput<'listReportCategories'> = {
  version: '2026-11-23.1',
  english: {},
  groups: [
    { id: 'giao-thong', name: 'Đường sá' },
    { id: 'khac', name: 'Khác' },
  ],
  items: [
    {
      ...{ id: 'o-ga-mat-duong', group: 'giao-thong', name: 'Mặt đường hư, ổ gà', emergency: null },
      ...{ duplicateMetres: 30, resolveWorkingDays: 7, hiddenByDefault: false, keywords: [] },
      questions: [
        {
          ...{ id: 'lane', type: 'radio', label: 'Ở phần đường nào?', required: true },
          options: [
            { value: 'giua', label: 'Giữa đường' },
            { value: 'mep', label: 'Mép đường' },
          ],
        },
      ],
    },
    {
      ...{ id: 'cau-cong-hu', group: 'giao-thong', name: 'Cầu, cống hư hỏng' },
      ...{ emergency: { call: '113', when: 'Khi cầu sập hoặc sắp sập' }, questions: [] },
      ...{ duplicateMetres: 60, resolveWorkingDays: 5, hiddenByDefault: false, keywords: [] },
    },
    {
      ...{ id: 'khac', group: 'khac', name: 'Chuyện khác', emergency: null, questions: [] },
      ...{ duplicateMetres: 0, resolveWorkingDays: 15, hiddenByDefault: false, keywords: [] },
    },
  ],
};

export const reportId = '7c0b7a0e-0000-4000-8000-000000000001';

export function publicSummary(over: Partial<Schemas['PublicReportSummary']> = {}): Schemas['PublicReportSummary'] {
  return {
    ...{ id: reportId, code: 'PA-261123-0001', category: 'o-ga-mat-duong', title: 'Ổ gà lớn gần ngã tư' },
    ...{ place: 'Đường 30 Tháng 4', communeCode: null, state: 'inProgress', open: true },
    ...{ submittedAt: '2026-11-23T03:00:00.000Z', dueDate: null, photo: null },
    ...over,
  };
}

export function publicReport(over: Partial<Schemas['PublicReport']> = {}): Schemas['PublicReport'] {
  return { ...publicSummary(), words: null, photos: [], events: [], followers: 2, mergedInto: null, ...over };
}

export function myReport(over: Partial<Schemas['MyReport']> = {}): Schemas['MyReport'] {
  return {
    ...{ id: reportId, code: 'PA-261123-0001', category: 'o-ga-mat-duong', words: 'Ổ gà trước nhà' },
    ...{ place: 'Đường 30 Tháng 4', communeCode: null, state: 'inProgress', turn: 'authority', mine: true },
    ...{ submittedAt: '2026-11-23T03:00:00.000Z', changedAt: '2026-11-24T03:00:00.000Z', dueDate: null },
    ...{ isPublic: false, answers: {}, formVersion: '2026-11-23.1', point: null, placeSource: 'words' },
    ...{ communeGuessed: false, hideName: false, files: [], photos: [], clarifyBy: null, reopenUntil: null },
    ...{ mayRate: false, rating: null, mergedInto: null },
    events: [{ at: '2026-11-23T03:00:00.000Z', state: 'received', note: null, by: null }],
    ...over,
  };
}
