import { defineTexts } from '#lib/texts';

export const todoTexts = defineTexts({
  vi: {
    /** `more`: there are dossiers that were not read. */
    todo: (count: number, more: boolean) => `Cần bạn làm: ${more ? 'ít nhất ' : ''}${String(count)} việc`,
    all: 'Xem tất cả việc cần làm',
    todoFailed: 'Chưa xem được việc cần bạn làm',
    resume: (name: string) => `Làm tiếp: ${name}`,
    helping: (what: string, name: string) => `${what}, làm giúp ${name}`,
    draftMeta: (step: number, steps: number, when: string) => `bước ${String(step)}/${String(steps)}, lưu lúc ${when}`,
    supplementRequired: 'Cần bạn gửi thêm giấy tờ',
    paymentRequired: 'Cần bạn đóng tiền',
    refused: 'Chưa nhận được; bạn có thể sửa và gửi lại',
    completed: 'Đã có kết quả, mời bạn nhận',
    yourTurn: 'Đến lượt bạn',
  },
  en: {
    todo: (count: number, more: boolean) =>
      `${more ? 'At least ' : ''}${count === 1 ? '1 thing' : `${String(count)} things`} for you to do`,
    all: 'See everything you have to do',
    todoFailed: 'What waits for you could not be read yet',
    resume: (name: string) => `Continue: ${name}`,
    helping: (what: string, name: string) => `${what}, for ${name}`,
    draftMeta: (step: number, steps: number, when: string) =>
      `step ${String(step)} of ${String(steps)}, saved at ${when}`,
    supplementRequired: 'More papers are needed from you',
    paymentRequired: 'A payment is needed from you',
    refused: 'Not accepted; you can correct and send it again',
    completed: 'The result is ready for you',
    yourTurn: 'Your turn',
  },
});
