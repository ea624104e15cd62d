import { defineTexts } from '#lib/texts';

export const texts = defineTexts({
  vi: {
    about: 'Giới thiệu',
    owner: 'Chủ quản',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    version: 'Phiên bản',
    unknownVersion: 'bản chạy thử',
    complain: 'Góp ý, khiếu nại',
    call: (number: string) => `Gọi ${number}`,
    callMeta: 'Tổng đài của tỉnh',
    numbers: 'Số liệu của tỉnh',
    numbersMeta: 'Bao nhiêu người dùng, hồ sơ có đúng hẹn không',
    terms: 'Điều khoản và quyền riêng tư',
    termsMeta: 'Chúng tôi giữ gì, dùng làm gì, giữ bao lâu',
    sample: 'Nội dung mẫu',
    sampleMore: 'Bản này do nhóm làm ứng dụng soạn để chạy thử. Bản chính thức do tỉnh ban hành.',
    termsTitle: (app: string) => `Điều khoản sử dụng ${app}`,
    sections: (owner: string, id: string): { title: string; body: string }[] => [
      {
        title: 'Ai chịu trách nhiệm',
        body: `${owner} là chủ quản ứng dụng và chịu trách nhiệm về dữ liệu bạn gửi qua ứng dụng.`,
      },
      {
        title: 'Bạn dùng được gì mà không cho biết bạn là ai',
        body: 'Đọc thủ tục, xem hướng dẫn, tra cứu: không cần cho tên hay số điện thoại.',
      },
      {
        title: 'Chúng tôi nhận gì từ Zalo',
        body: 'Mã nhận diện của bạn trong ứng dụng này. Tên và số điện thoại chỉ khi bạn bấm đồng ý trên màn hình của Zalo.',
      },
      {
        title: `Chúng tôi nhận gì khi bạn liên kết ${id}`,
        body: 'Họ tên, ngày sinh, số định danh, địa chỉ thường trú. Không nhận mật khẩu, tin nhắn, danh bạ, ảnh, tài khoản ngân hàng.',
      },
      {
        title: 'Dùng để làm gì',
        body: 'Nhận và giải quyết hồ sơ của bạn, báo tin cho bạn. Không dùng để quảng cáo, không bán cho ai.',
      },
      {
        title: 'Giữ bao lâu',
        body: 'Bản nháp giữ 60 ngày. Hồ sơ đã gửi giữ theo quy định lưu trữ của từng thủ tục.',
      },
      {
        title: 'Trên máy của bạn có gì',
        body: 'Cỡ chữ, ngôn ngữ, màn hình đang làm dở, trang đã mở, phiếu hẹn. Phản ánh, câu trả lời chưa gửi cũng ở đó, được khóa, chỉ bạn mở được. Không có giấy tờ, số định danh hay mật khẩu.',
      },
      {
        title: 'Quyền của bạn',
        body: `Bạn gỡ liên kết ${id} bất cứ lúc nào ở mục Cá nhân. Cũng ở đó, phần Quyền riêng tư: xem, tải về, xóa dữ liệu của bạn. Muốn sửa hoặc khiếu nại, liên hệ chúng tôi ở trang Giới thiệu.`,
      },
    ],
  },
  en: {
    about: 'About',
    owner: 'Owner',
    address: 'Address',
    phone: 'Telephone',
    email: 'Email',
    version: 'Version',
    unknownVersion: 'trial build',
    complain: 'Suggestions, complaints',
    call: (number: string) => `Call ${number}`,
    callMeta: 'The province’s hotline',
    numbers: 'The province’s numbers',
    numbersMeta: 'How many people use it, and whether dossiers are on time',
    terms: 'Terms and privacy',
    termsMeta: 'What we keep, what for, how long',
    sample: 'Sample text',
    sampleMore: 'Written by the makers of the app for trials. The official text is issued by the province.',
    termsTitle: (app: string) => `Terms of use of ${app}`,
    sections: (owner: string, id: string): { title: string; body: string }[] => [
      { title: 'Who is responsible', body: `${owner} owns the app and answers for the data you send through it.` },
      {
        title: 'What you can use without saying who you are',
        body: 'Reading procedures and guides and looking things up needs neither name nor phone number.',
      },
      {
        title: 'What we receive from Zalo',
        body: 'Your identifier in this app. Name and phone number only when you agree on Zalo’s own screen.',
      },
      {
        title: `What we receive when you link ${id}`,
        body: 'Full name, date of birth, ID number, permanent address. Never passwords, messages, contacts, photos or bank accounts.',
      },
      {
        title: 'What for',
        body: 'To receive and process your dossiers and to send you news. Never for advertising, never sold.',
      },
      {
        title: 'How long',
        body: 'Drafts for 60 days. Sent dossiers as long as the archive rules of each procedure say.',
      },
      {
        title: 'What is on your phone',
        body: 'Text size, language, the screen you were working on, pages you opened, tickets of appointments. Reports and answers not sent yet are there, too, locked; only you can open them. No papers, ID numbers or passwords.',
      },
      {
        title: 'Your rights',
        body: `You can unlink ${id} at any time under Me. There, under Privacy, you also see, take along and delete what is yours. To correct data, or to complain, contact us on the About page.`,
      },
    ],
  },
});
