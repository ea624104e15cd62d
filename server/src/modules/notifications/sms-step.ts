import type { Province } from '#core/province';
import type { Settings } from '#core/settings';
import type { SmsGateway } from '../../integrations/sms/sms-gateway.ts';
import { linkInto } from './link-into.ts';
import type { Step } from './step.ts';

/** One part of a text message in plain letters; with diacritics the same costs three. */
const ONE_PART = 160;

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/ +/g, ' ');

/** A text message: who it is from, what about, where to tap. Nothing of the matter itself: phones are read over shoulders. */
export function createSmsStep(settings: Settings, { appName }: Pick<Province, 'appName'>, send: SmsGateway): Step {
  return {
    repeatable: true,
    whyNot: ({ phone }) => (phone === null ? 'no-phone' : undefined),
    async send({ id, title, path, phone }, progress) {
      if (phone === null) throw new Error('a text message without a number');
      const link = linkInto(settings, path, 'sms');
      const about = plainLetters(`${appName}: ${title}`);
      const room = ONE_PART - link.length - 1;
      const text = `${about.length > room ? `${about.slice(0, Math.max(room - 3, 20))}...` : about} ${link}`;
      await progress.sending();
      const answer = await send({ id, phone, text });
      switch (answer.outcome) {
        case 'sent':
          return { is: 'sent', messageId: answer.messageId };
        case 'silent':
          return { is: 'again', reason: 'not-reached' };
        case 'no-quota':
          return { is: 'over', state: 'blocked', reason: 'no-quota', code: answer.code };
        case 'refused':
          return { is: 'over', state: 'refused', reason: 'refused', code: answer.code };
      }
    },
  };
}
