import { defineTexts } from '#lib/texts';

export const texts = defineTexts({
  vi: {
    search: 'Bạn cần làm gì?',
    services: 'Dịch vụ chính',
    lostTitle: 'Đường dẫn vừa mở không dùng được',
    lost: 'Có thể đường dẫn đã cũ hoặc bị cắt mất một phần. Bạn tìm lại ở đây giúp chúng tôi.',
    retry: 'Thử lại',
    reopen: 'Mở lại ứng dụng',
    waiting: (count: number) => `${String(count)} phản ánh chờ gửi`,
    waitingMeta: 'Có mạng là tự gửi',
    help: 'Cần giúp',
    call: (number: string) => `Gọi ${number}`,
    callMeta: 'Hỏi thủ tục, báo sự cố của ứng dụng',
  },
  en: {
    search: 'What do you need to do?',
    services: 'Main services',
    lostTitle: 'The link you opened does not work',
    lost: 'It may be old, or part of it was cut off. Please look for it from here.',
    retry: 'Try again',
    reopen: 'Reopen the app',
    waiting: (count: number) => `${String(count)} waiting to be sent`,
    waitingMeta: 'Sent by itself when there is a network',
    help: 'Need help',
    call: (number: string) => `Call ${number}`,
    callMeta: 'Ask about procedures, report trouble with the app',
  },
});
