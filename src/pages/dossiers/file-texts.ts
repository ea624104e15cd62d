import { defineTexts } from '#lib/texts';

/** What is said about one file of a paper: how it is chosen, which page it is. */
export const fileTexts = defineTexts({
  vi: {
    takePhoto: 'Chụp ảnh',
    choose: 'Chọn ảnh, PDF',
    takeAnother: 'Chụp thêm trang',
    page: (page: number, pages: number) => `Trang ${String(page)}/${String(pages)}`,
    boundAs: (pages: number) => `${String(pages)} ảnh này thành 1 tệp PDF, theo thứ tự trên.`,
    earlier: 'Lên trước',
    later: 'Xuống sau',
    moveEarlier: (page: number) => `Đưa trang ${String(page)} lên trước`,
    moveLater: (page: number) => `Đưa trang ${String(page)} xuống sau`,
    notAdded: (count: number) => `Giấy này đã đủ tệp. ${String(count)} tệp chọn sau chưa thêm.`,
    removePage: (page: number) => `Xóa trang ${String(page)}`,
  },
  en: {
    takePhoto: 'Take a photo',
    choose: 'Choose photo, PDF',
    takeAnother: 'Add a page',
    page: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
    boundAs: (pages: number) => `These ${String(pages)} photos become one PDF, in this order.`,
    earlier: 'Move up',
    later: 'Move down',
    moveEarlier: (page: number) => `Move page ${String(page)} up`,
    moveLater: (page: number) => `Move page ${String(page)} down`,
    notAdded: (count: number) =>
      `This paper has all the files it may have. ${String(count)} of those you chose were not added.`,
    removePage: (page: number) => `Delete page ${String(page)}`,
  },
});
