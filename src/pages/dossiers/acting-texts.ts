import { defineTexts } from '#lib/texts';

export const actingTexts = defineTexts({
  vi: {
    actingFor: (name: string) => `Đang làm giúp: ${name}`,
    mine: 'Của tôi',
    forWhom: 'Nộp cho ai?',
    forWhomHint: 'Mỗi người một hồ sơ riêng, không lấy lẫn thông tin của nhau.',
    forMe: 'Cho tôi',
    bornOn: (date: string) => `Sinh ngày ${date}`,
    add: 'Thêm người tôi làm giúp',
    failed: 'Chưa tải được danh sách người bạn làm giúp. Nộp cho bạn thì vẫn làm được.',
    manage: 'Làm giúp người khác',
    manageMeta: 'Thêm người, xem ai làm giúp bạn, dừng lại',
    submitter: 'Người nộp',
    subject: 'Làm giúp cho',
  },
  en: {
    actingFor: (name: string) => `Acting for: ${name}`,
    mine: 'My own',
    forWhom: 'Who is it for?',
    forWhomHint: 'Each person has their own dossier; nothing of one gets into another’s.',
    forMe: 'For me',
    bornOn: (date: string) => `Born on ${date}`,
    add: 'Add a person I act for',
    failed: 'The list of people you act for did not load. Filing for yourself still works.',
    manage: 'Act for another person',
    manageMeta: 'Add a person, see who acts for you, end it',
    submitter: 'Sent by',
    subject: 'On behalf of',
  },
});
