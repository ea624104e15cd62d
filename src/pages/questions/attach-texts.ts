import { defineTexts } from '#lib/texts';

/** What is said of files that are added to a question. */
export const attachTexts = defineTexts({
  vi: {
    files: 'Ảnh, giấy tờ kèm theo',
    hint: 'Nhiều nhất 5 ảnh hoặc PDF. Chỉ cơ quan trả lời xem được, không đăng cho người khác.',
    take: 'Chụp ảnh',
    choose: 'Chọn ảnh, PDF',
    unfinished: 'Có tệp chưa gửi xong hoặc chưa dùng được. Đợi gửi xong, hoặc xóa tệp đó.',
    tooMany: 'Nhiều nhất 5 tệp. Những tệp sau chưa thêm.',
    sent: 'Đã gửi kèm',
  },
  en: {
    files: 'Photos and papers with it',
    hint: 'At most 5 photos or PDFs. Only the office that answers sees them; they are never published.',
    take: 'Take a photo',
    choose: 'Choose photo, PDF',
    unfinished: 'A file is not sent yet or not usable. Wait for it, or delete it.',
    tooMany: 'At most 5 files. The others were not added.',
    sent: 'Sent with it',
  },
});
