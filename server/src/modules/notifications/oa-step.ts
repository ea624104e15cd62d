import type { Settings } from '#core/settings';
import type { OaClient } from '../../integrations/zalo/oa-client.ts';
import type { OaToken } from '../../integrations/zalo/oa-token.ts';
import type { DeliveryReason, NoticeToSend } from './delivery-rows.ts';
import { linkInto } from './link-into.ts';
import { withToken, type Step, type StepOutcome } from './step.ts';
import type { Topic } from './topics.ts';

/** -213: neither follows nor wrote to us; -230: silent for seven days. */
const whyBlocked = new Map<number, DeliveryReason>([
  [-213, 'not-following'],
  [-230, 'silent-too-long'],
]);

const buttonTitles: Readonly<Partial<Record<Topic, string>>> = {
  dossier: 'Xem hồ sơ',
  payment: 'Xem khoản tiền',
  appointment: 'Xem lịch hẹn',
  report: 'Xem phản ánh',
  question: 'Xem câu hỏi',
  store: 'Xem cửa hàng',
  news: 'Đọc tin',
};

/** The Official Account's message: the notice's words and one button that opens the mini app at its place. */
export function createOaStep(settings: Settings, oa: OaClient, token: OaToken): Step {
  async function send(notice: NoticeToSend & { oa_user_id: string }, progress: Parameters<Step['send']>[1]) {
    const message = {
      recipient: notice.oa_user_id,
      text: `${notice.title}\n${notice.body}`.slice(0, 2000),
      button: {
        title: notice.button ?? buttonTitles[notice.topic] ?? 'Xem thông báo',
        url: linkInto(settings, notice.path, 'zalo-oa'),
      },
    };
    const answer = await withToken(token, progress, (access) => oa.send(access, message));
    if ('is' in answer) return answer;
    return readAnswer(answer);
  }

  function readAnswer(answer: Awaited<ReturnType<OaClient['send']>>): StepOutcome {
    switch (answer.outcome) {
      case 'sent':
        return { is: 'sent', messageId: answer.messageId };
      case 'blocked':
        return { is: 'over', state: 'blocked', reason: whyBlocked.get(answer.code) ?? 'blocked', code: answer.code };
      case 'refused':
        return { is: 'over', state: 'refused', reason: 'refused', code: answer.code };
      case 'unclear':
        return { is: 'over', state: 'unclear', reason: 'answer-lost' };
      case 'not-sent':
        return { is: 'again', reason: 'not-reached' };
      default:
        return { is: 'again', reason: answer.outcome, code: answer.code };
    }
  }

  return {
    repeatable: false,
    whyNot({ oa_user_id: recipient, has_left: hasLeft }) {
      if (recipient === null) return 'no-recipient';
      return hasLeft ? 'not-following' : undefined;
    },
    async send({ oa_user_id: recipient, ...notice }, progress) {
      if (recipient === null) throw new Error('a message without a recipient');
      return send({ ...notice, oa_user_id: recipient }, progress);
    },
  };
}
