import type { Notice } from '#core/deps';
import type { Province } from '#core/province';

type Words = Pick<Notice, 'title' | 'body'>;

/** What people are told about their account's safety. */
export const securityWords = (province: Province) => ({
  /** To whoever started a linking that somebody else logged in to. */
  startedForAnother: (): Words => ({
    title: 'Một lần liên kết đã bị chặn',
    body:
      'Đường liên kết bạn bắt đầu đã được người khác đăng nhập. Chưa có tài khoản nào được liên kết. ' +
      'Nếu bạn muốn liên kết, hãy bắt đầu lại và tự đăng nhập trên điện thoại này.',
  }),
  /** To whoever logged in to a linking that somebody else had started. */
  loggedInForAnother: (): Words => ({
    title: 'Chúng tôi đã chặn một lần liên kết lạ',
    body:
      'Bạn vừa đăng nhập theo đường liên kết do người khác bắt đầu. Tài khoản của bạn không bị liên kết với ai. ' +
      `Đừng đăng nhập theo đường dẫn người khác gửi. Cần hỏi, gọi ${province.contact.hotline}.`,
  }),
  /** The account is right, the phone is not the one that started. */
  anotherPhone: (): Words => ({
    title: 'Lần liên kết chưa xong',
    body:
      'Lần liên kết vừa rồi không khớp với điện thoại này nên đã dừng. Chưa có gì được liên kết. ' +
      'Bấm Liên kết để làm lại. Nếu không phải bạn làm, bạn không cần làm gì.',
  }),
  movedAway: (): Words => ({
    title: `${province.identity.name} đã liên kết với Zalo khác`,
    body:
      `Tài khoản ${province.identity.name} của bạn vừa được liên kết với một tài khoản Zalo khác, ` +
      'nên không còn liên kết với tài khoản Zalo này. Hồ sơ đã gửi vẫn được giải quyết. ' +
      `Nếu không phải bạn làm, gọi ngay ${province.contact.hotline}.`,
  }),
});
