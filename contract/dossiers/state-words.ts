import { inThousands } from '../thousands.ts';
import type { DossierState } from './states.ts';

/** What is known about a dossier when its state is told; what is absent is left out of the sentence. */
export interface StateParams {
  office?: string;
  /** As it is to be read: `thứ Năm, 26/11/2026`. */
  dueDate?: string;
  /** The officer's public sentence. */
  reason?: string;
  amountVnd?: number;
  /** Day of the state itself, as it is to be read. */
  day?: string;
  place?: string;
}

type Language = 'vi' | 'en';
type Sentence = (params: StateParams) => string;

/** The officer's sentence with exactly one full stop. */
const ended = (text: string): string => text.trim().replace(/[.\s]*$/, '.');

const vi: Record<DossierState, Sentence> = {
  submitted: () => 'Chúng tôi đã nhận được hồ sơ của bạn. Cán bộ sẽ xem trong 8 giờ làm việc.',
  accepted: ({ dueDate }) => `Hồ sơ đã hợp lệ.${dueDate === undefined ? '' : ` Hẹn trả kết quả ngày ${dueDate}.`}`,
  refused: ({ reason }) =>
    reason === undefined
      ? 'Hồ sơ chưa nhận được. Bạn có thể sửa và gửi lại.'
      : `Hồ sơ chưa nhận được. Lý do: ${ended(reason)} Bạn có thể sửa và gửi lại.`,
  processing: ({ office, dueDate }) =>
    `${office ?? 'Cơ quan'} đang giải quyết.${dueDate === undefined ? '' : ` Dự kiến xong ngày ${dueDate}.`}`,
  supplementRequired: ({ reason }) =>
    `Cần bạn bổ sung giấy tờ.${reason === undefined ? '' : ` ${ended(reason)}`} Thời hạn dừng trong lúc chờ bạn.`,
  paymentRequired: ({ amountVnd, reason }) =>
    `${amountVnd === undefined ? 'Cần bạn đóng tiền cho hồ sơ này.' : `Cần bạn đóng ${inThousands(amountVnd)} đồng.`}${reason === undefined ? '' : ` ${ended(reason)}`}`,
  withdrawn: ({ day }) =>
    `Bạn đã rút hồ sơ${day === undefined ? '' : ` ngày ${day}`}. Giấy tờ bạn gửi được xóa theo quy định.`,
  suspended: ({ reason }) =>
    `Hồ sơ đang tạm dừng.${reason === undefined ? '' : ` Lý do: ${ended(reason)}`} Chúng tôi sẽ báo khi làm tiếp.`,
  completed: ({ place }) => `Đã có kết quả.${place === undefined ? '' : ` Mời bạn nhận ${place}.`}`,
  handedOver: ({ day }) => `Bạn đã nhận kết quả${day === undefined ? '' : ` ngày ${day}`}.`,
};

const en: Record<DossierState, Sentence> = {
  submitted: () => 'We have received your dossier. An officer will look at it within 8 working hours.',
  accepted: ({ dueDate }) =>
    `Your dossier is valid.${dueDate === undefined ? '' : ` The result is due on ${dueDate}.`}`,
  refused: ({ reason }) =>
    reason === undefined
      ? 'Your dossier was not accepted. You can mend it and send it again.'
      : `Your dossier was not accepted. Reason: ${ended(reason)} You can mend it and send it again.`,
  processing: ({ office, dueDate }) =>
    `${office ?? 'The office'} is working on it.${dueDate === undefined ? '' : ` Expected on ${dueDate}.`}`,
  supplementRequired: ({ reason }) =>
    `We need more papers from you.${reason === undefined ? '' : ` ${ended(reason)}`} The clock stands while we wait.`,
  paymentRequired: ({ amountVnd, reason }) =>
    `${amountVnd === undefined ? 'This dossier needs a payment.' : `Please pay ${inThousands(amountVnd)} đồng.`}${reason === undefined ? '' : ` ${ended(reason)}`}`,
  withdrawn: ({ day }) =>
    `You withdrew this dossier${day === undefined ? '' : ` on ${day}`}. Your papers are deleted as the law says.`,
  suspended: ({ reason }) =>
    `Your dossier is paused.${reason === undefined ? '' : ` Reason: ${ended(reason)}`} We will tell you when it goes on.`,
  completed: ({ place }) => `The result is ready.${place === undefined ? '' : ` Collect it ${place}.`}`,
  handedOver: ({ day }) => `You received the result${day === undefined ? '' : ` on ${day}`}.`,
};

const titles: Record<Language, Record<DossierState, string>> = {
  vi: {
    submitted: 'Đã nhận',
    accepted: 'Một cửa đã tiếp nhận',
    refused: 'Chưa được tiếp nhận',
    processing: 'Đang xử lý',
    supplementRequired: 'Chờ bạn bổ sung',
    paymentRequired: 'Chờ bạn đóng tiền',
    withdrawn: 'Bạn đã rút hồ sơ',
    suspended: 'Tạm dừng',
    completed: 'Đã có kết quả',
    handedOver: 'Đã trả kết quả',
  },
  en: {
    submitted: 'Received',
    accepted: 'Accepted by the one-stop office',
    refused: 'Not accepted',
    processing: 'In progress',
    supplementRequired: 'Waiting for your papers',
    paymentRequired: 'Waiting for your payment',
    withdrawn: 'You withdrew it',
    suspended: 'Paused',
    completed: 'Result ready',
    handedOver: 'Result handed over',
  },
};

/** The sentence a citizen reads about a state. */
export function stateWords(state: DossierState, params: StateParams, language: Language): string {
  return (language === 'vi' ? vi : en)[state](params);
}

/** The state in a few words, for chips and timelines. */
export function stateTitle(state: DossierState, language: Language): string {
  return titles[language][state];
}
