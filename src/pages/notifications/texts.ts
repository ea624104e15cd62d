import { defineTexts } from '#lib/texts';

export const texts = defineTexts({
  vi: {
    title: 'Thông báo',
    loading: 'Đang tìm thông báo của bạn…',
    failed: 'Chưa tải được thông báo',
    failedMore: 'Thông báo của bạn vẫn còn đủ. Thử lại sau ít phút.',
    stale: (when: string) => `Chưa tải được tin mới. Đang xem bản đọc lúc ${when}.`,
    empty: 'Bạn chưa có thông báo nào',
    emptyMore: 'Khi hồ sơ của bạn sang bước mới, hay cần bạn làm gì, tin sẽ nằm ở đây.',
    find: 'Xem các thủ tục',
    choose: 'Chọn tin nhận',
    unread: 'Chưa đọc',
  },
  en: {
    title: 'Notices',
    loading: 'Looking for your notices…',
    failed: 'Notices could not be loaded yet',
    failedMore: 'Your notices are all kept. Try again in a few minutes.',
    stale: (when: string) => `New notices could not be loaded. This is what was read at ${when}.`,
    empty: 'You have no notices yet',
    emptyMore: 'When your dossier moves on, or something is needed from you, you will read it here.',
    find: 'See the procedures',
    choose: 'Choose your notices',
    unread: 'Unread',
  },
});
