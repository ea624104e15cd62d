import { defineTexts } from '#lib/texts';

export const texts = defineTexts({
  vi: {
    title: 'Công dân số',
    recognising: 'Đang nhận ra bạn qua Zalo…',
    visitor: 'Bạn chưa cho biết bạn là ai',
    visitorMore: 'Bạn đọc được mọi thông tin. Cho số điện thoại để nhận tin; liên kết tài khoản để nộp hồ sơ.',
    giveContact: 'Cho số điện thoại',
    contact: 'Bạn',
    phone: (number: string) => `Điện thoại ${number}`,
    contactChip: 'Đã có số điện thoại',
    link: (id: string) => `Liên kết ${id}`,
    linkMore: 'Để nộp hồ sơ và xem hồ sơ của bạn. Khoảng 2 phút.',
    idNumber: (number: string) => `Căn cước ${number}`,
    citizenChip: (id: string) => `Đã xác thực bằng ${id}`,
    mine: 'Của tôi',
    dossiers: 'Hồ sơ của tôi',
    dossiersMeta: (turns: number, drafts: number) =>
      turns > 0
        ? `${String(turns)} hồ sơ cần bạn làm tiếp`
        : drafts > 0
          ? `${String(drafts)} bản nháp chưa gửi`
          : 'Hồ sơ đã gửi và bản nháp',
    dossiersLocked: 'Cần liên kết tài khoản',
    documents: 'Giấy tờ của tôi',
    documentsMeta: 'Kết quả cơ quan trả, biên nhận',
    inbox: 'Thông báo',
    inboxMeta: (unread: number) => (unread > 0 ? `${String(unread)} tin chưa đọc` : 'Không có tin mới'),
    inboxLocked: 'Cần số điện thoại',
    rights: 'Quyền của tôi',
    unlink: (id: string) => `Gỡ liên kết ${id}`,
    linkedSince: (day: string) => `Đã liên kết từ ${day}`,
    settings: 'Cỡ chữ, ngôn ngữ',
    about: 'Giới thiệu, điều khoản',
    confirmTitle: (id: string) => `Gỡ liên kết ${id} khỏi Zalo này?`,
    confirm: [
      'Hồ sơ đã gửi vẫn được giải quyết như thường.',
      'Bản nháp và hồ sơ của bạn vẫn còn, nhưng chỉ xem lại được sau khi liên kết lại.',
      'Tin về hồ sơ vẫn đến Zalo này.',
    ],
    keep: 'Giữ liên kết',
    unlinkNow: 'Gỡ liên kết',
    unlinking: 'Đang gỡ…',
    unlinked: (id: string) => `Đã gỡ liên kết ${id}. Bạn vẫn dùng được mọi phần khác.`,
  },
  en: {
    title: 'Digital citizen',
    recognising: 'Recognising you through Zalo…',
    visitor: 'You have not said who you are',
    visitorMore: 'You can read everything. Give a phone number to get news; link your account to file dossiers.',
    giveContact: 'Give my phone number',
    contact: 'You',
    phone: (number: string) => `Phone ${number}`,
    contactChip: 'Phone number known',
    link: (id: string) => `Link ${id}`,
    linkMore: 'To file dossiers and see yours. About 2 minutes.',
    idNumber: (number: string) => `ID ${number}`,
    citizenChip: (id: string) => `Verified by ${id}`,
    mine: 'Mine',
    dossiers: 'My dossiers',
    dossiersMeta: (turns: number, drafts: number) =>
      turns > 0
        ? `Your turn in ${String(turns)}`
        : drafts > 0
          ? `Drafts not sent yet: ${String(drafts)}`
          : 'Sent dossiers and drafts',
    dossiersLocked: 'Needs a linked account',
    documents: 'My documents',
    documentsMeta: 'Results from offices, receipts',
    inbox: 'Notices',
    inboxMeta: (unread: number) => (unread > 0 ? `${String(unread)} unread` : 'Nothing new'),
    inboxLocked: 'Needs a phone number',
    rights: 'My rights',
    unlink: (id: string) => `Unlink ${id}`,
    linkedSince: (day: string) => `Linked since ${day}`,
    settings: 'Text size, language',
    about: 'About, terms',
    confirmTitle: (id: string) => `Unlink ${id} from this Zalo account?`,
    confirm: [
      'Dossiers you sent are processed as usual.',
      'Your drafts and dossiers are kept, but you can see them only after linking again.',
      'News about your dossiers still comes to this Zalo account.',
    ],
    keep: 'Keep it linked',
    unlinkNow: 'Unlink',
    unlinking: 'Unlinking…',
    unlinked: (id: string) => `${id} is unlinked. Everything else still works.`,
  },
});
