import { defineTexts } from '#lib/texts';

export const texts = defineTexts({
  vi: {
    title: 'Cài đặt',
    lead: 'Lưu trên máy này, có hiệu lực ngay.',
    textSize: 'Cỡ chữ',
    sizes: { '1': 'Vừa', '2': 'Lớn', '3': 'Lớn nhất' },
    sample: 'Chữ sẽ lớn như dòng này.',
    language: 'Ngôn ngữ',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    data: 'Mạng và dữ liệu',
    saving: 'Tiết kiệm dữ liệu',
    savingOn:
      'Đang bật: ảnh chỉ tải khi bạn bấm, không tải trước màn hình nào, ít hỏi lại máy chủ, ảnh giấy tờ thu nhỏ thêm trước khi gửi.',
    savingOff: 'Đang tắt: ảnh và màn hình hay dùng được tải sẵn để mở nhanh.',
  },
  en: {
    title: 'Settings',
    lead: 'Kept on this phone, in effect at once.',
    textSize: 'Text size',
    sizes: { '1': 'Medium', '2': 'Large', '3': 'Largest' },
    sample: 'Text will be as large as this line.',
    language: 'Language',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    data: 'Network and data',
    saving: 'Save data',
    savingOn:
      'On: pictures load when you tap them, no screen is loaded ahead, the server is asked less often, photos of papers are shrunk further.',
    savingOff: 'Off: pictures and the screens you are likely to need are loaded ahead, so that they open fast.',
  },
});
