import { defineTexts } from '#lib/texts';

export const acknowledgementTexts = defineTexts({
  vi: {
    where: 'Hồ sơ đang ở đâu',
    received: 'Đã nhận',
    receivedMeta: (when: string, count: number) => (count === 0 ? when : `${when}, đủ ${String(count)} tệp`),
    arrived: 'Đã tới hệ thống một cửa',
    onItsWay: 'Đang chuyển tới hệ thống một cửa',
    onItsWayMeta: 'Chưa tới thì tự gửi lại và báo bạn.',
    late: 'Chuyển tới hệ thống một cửa đang chậm',
    lateMeta: (since: string) =>
      `Từ ${since}. Hồ sơ và giấy tờ vẫn đủ trên máy chủ của tỉnh. Chúng tôi vẫn đang gửi lại; bạn không phải làm gì.`,
    stuck: 'Chưa chuyển được tới hệ thống một cửa',
    stuckMeta: (since: string) =>
      `Từ ${since}. Máy chủ của tỉnh vẫn giữ đủ hồ sơ, ngày nộp không đổi. Cán bộ đã được báo để chuyển. Bạn không phải gửi lại; cần gấp thì gọi tổng đài.`,
    byHand: 'Chờ cán bộ một cửa mở hồ sơ',
    byHandMeta: 'Cán bộ mở và tiếp nhận hồ sơ, rồi chúng tôi báo bạn.',
    you: 'Việc cần bạn làm',
    nothing: 'Chưa có việc gì. Có thì bạn nhận tin nhắn Zalo.',
  },
  en: {
    where: 'Where the dossier is',
    received: 'Received',
    receivedMeta: (when: string, count: number) => (count === 0 ? when : `${when}, all ${String(count)} files`),
    arrived: 'Reached the one-stop system',
    onItsWay: 'On its way to the one-stop system',
    onItsWayMeta: 'If it does not get there it is sent again, and you are told.',
    late: 'Slow on its way to the one-stop system',
    lateMeta: (since: string) =>
      `Since ${since}. The dossier and its papers are all on the province’s server. We go on sending; you need do nothing.`,
    stuck: 'Did not get to the one-stop system yet',
    stuckMeta: (since: string) =>
      `Since ${since}. The province’s server keeps all of it and the date of filing stands. Officers were told to pass it on. Do not send it again; if it is urgent, call the hotline.`,
    byHand: 'Waits for an officer to open it',
    byHandMeta: 'An officer opens and accepts the dossier, then we tell you.',
    you: 'What is needed of you',
    nothing: 'Nothing now. If there is, you get a Zalo message.',
  },
});
