import { definePath } from './path';

/** Every path there is. They are printed on QR codes and carried by messages: their meaning never changes. */
export const paths = {
  home: definePath('/'),
  search: definePath('/tim-kiem', ['q']),
  procedures: definePath('/thu-tuc', ['q', 'su-kien']),
  procedure: definePath('/thu-tuc/:code'),
  /** `sua=1`: the step was opened from the review and leads back to it. `cho`: the delegation it is begun for. */
  submitDossier: definePath('/ho-so/nop/:procedureCode', ['nhap', 'buoc', 'sua', 'cho']),
  dossiers: definePath('/ho-so'),
  /** `xem=phieu` opens its receipt. */
  dossier: definePath('/ho-so/:id', ['xem']),
  /** What an office asks of the citizen, and nothing else. */
  supplement: definePath('/ho-so/:id/bo-sung'),
  /** `ma` is a dossier's code, `dau` the server's seal: what the QR code of a receipt carries. */
  track: definePath('/tra-cuu', ['ma', 'dau']),
  wallet: definePath('/giay-to'),
  document: definePath('/giay-to/:id'),
  /** `them`: adding a person; a procedure's code leads back to it afterwards. */
  delegations: definePath('/lam-giup', ['them']),
  places: definePath('/tien-ich/:topic', ['loai']),
  place: definePath('/tien-ich/:topic/:id'),
  authorities: definePath('/co-quan', ['q']),
  /** A commune's code, or the id of a department. */
  authority: definePath('/co-quan/:id'),
  /** `xem=ban-do`: the map; `linh-vuc` a category, `xa` a commune, `tinh-trang` "mo" or "xong". */
  reports: definePath('/phan-anh', ['xem', 'linh-vuc', 'xa', 'tinh-trang']),
  report: definePath('/phan-anh/:id'),
  sendReport: definePath('/phan-anh/gui', ['linh-vuc']),
  myReports: definePath('/phan-anh/cua-toi'),
  /** Shops of Store 4.0; `xem` opens one, or the map: `ban-do`; `loai` is a kind of goods, `xa` a commune. */
  stores: definePath('/cua-hang', ['q', 'loai', 'xa', 'xem']),
  /** Mine; `tiem` is one registration, `buoc` and `sua` as with a dossier. */
  registerStore: definePath('/cua-hang/dang-ky', ['tiem', 'buoc', 'sua']),
  /** `them`: adding a child. */
  tuition: definePath('/hoc-phi', ['them']),
  bill: definePath('/hoc-phi/:billId'),
  payments: definePath('/thanh-toan'),
  payment: definePath('/thanh-toan/:orderId'),
  questions: definePath('/hoi-dap', ['q', 'linh-vuc']),
  question: definePath('/hoi-dap/:id'),
  /** `ho-so`: the dossier it is about. */
  askQuestion: definePath('/hoi-dap/gui', ['ho-so']),
  /** `ma` opens one of them. */
  myQuestions: definePath('/hoi-dap/cua-toi', ['ma']),
  appointments: definePath('/dat-lich'),
  bookAppointment: definePath('/dat-lich/moi', ['co-quan', 'viec']),
  appointment: definePath('/dat-lich/:id'),
  /** Choosing another time. */
  moveAppointment: definePath('/dat-lich/:id/doi'),
  /** `chu-de`: one topic. */
  news: definePath('/tin-tuc', ['chu-de']),
  article: definePath('/tin-tuc/:slug'),
  tv: definePath('/truyen-hinh'),
  radio: definePath('/phat-thanh'),
  digitalCitizen: definePath('/cong-dan-so'),
  inbox: definePath('/thong-bao'),
  noticeChoices: definePath('/thong-bao/lua-chon'),
  numbers: definePath('/so-lieu'),
  privacy: definePath('/quyen-rieng-tu'),
  erased: definePath('/quyen-rieng-tu/da-xoa'),
  settings: definePath('/cai-dat'),
  about: definePath('/gioi-thieu'),
  terms: definePath('/dieu-khoan'),
  /** The way back from the provincial ID; `ma` is the one-time return code. */
  link: definePath('/lien-ket', ['ma', 'ket-qua']),
} as const;
