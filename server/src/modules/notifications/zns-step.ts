import type { Settings } from '#core/settings';
import type { OaToken } from '../../integrations/zalo/oa-token.ts';
import type { ZnsClient } from '../../integrations/zalo/zns-client.ts';
import { withToken, type Step } from './step.ts';

/** Zalo's limits for what stands in a template. */
const MOST_TITLE = 100;
const MOST_TEXT = 200;

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** By the person's phone number, through Zalo: reaches who does not follow the Official Account. Costs the province money. */
export function createZnsStep(settings: Settings, zns: ZnsClient, token: OaToken): Step {
  return {
    repeatable: false,
    whyNot({ phone, topic }) {
      if (settings.ZNS_TEMPLATES[topic] === undefined) return 'no-template';
      return phone === null ? 'no-phone' : undefined;
    },
    async send({ id, topic, title, body, path, phone }, progress) {
      const templateId = settings.ZNS_TEMPLATES[topic];
      if (templateId === undefined || phone === null) throw new Error('a notice without a template or a number');
      // The template's button has the mini app's address already; it takes what comes after.
      const place = `${(path ?? '/thong-bao').slice(1)}${path?.includes('?') === true ? '&' : '?'}utm_source=zns`;
      const fields = { tieu_de: cut(title, MOST_TITLE), noi_dung: cut(body, MOST_TEXT), duong_dan: place };
      const answer = await withToken(token, progress, (access) =>
        zns(access, { phone, templateId, fields, trackingId: id }),
      );
      if ('is' in answer) return answer;
      switch (answer.outcome) {
        case 'sent':
          return { is: 'sent', messageId: answer.messageId };
        case 'not-sent':
          return { is: 'again', reason: 'not-reached' };
        case 'unclear':
          return { is: 'over', state: 'unclear', reason: 'answer-lost' };
        default:
          return {
            is: 'over',
            state: answer.outcome === 'refused' ? 'refused' : 'blocked',
            reason: answer.outcome,
            code: answer.code,
          };
      }
    },
  };
}
