import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { Call } from '#core/handler';
import { maskPhone } from '#core/masking';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { chosenBy, isWanted, saveChoice, saveQuietHours } from './choice-rows.ts';
import { followsOf } from './oa-contacts.ts';
import { CHOICES } from './topics.ts';

interface Chooser {
  id: string;
  phone: string;
}

type Change = Call<'changeNoticeChoices'>['body'];

/** What one is told about, by which channel, and when not. */
export function createChoices({ db, clock, settings }: Deps) {
  async function view(sql: Sql, { id, phone }: Chooser): Promise<Schemas['NoticeChoices']> {
    const { choices, quiet = settings.QUIET_HOURS } = await chosenBy(sql, id);
    return {
      topics: CHOICES.map(({ topic, channels }) => ({
        topic,
        channels: channels.map((channel) => ({ channel, wanted: isWanted(choices, topic, channel) })),
      })),
      quietHours: quiet,
      reach: { follows: await followsOf(sql, id), phone: maskPhone(phone) },
    };
  }

  return {
    read: (chooser: Chooser) => view(db, chooser),

    change: (chooser: Chooser, { choices = [], quietHours }: Change) =>
      db.tx(async (tx) => {
        const now = clock.now();
        for (const choice of choices) {
          const offered = CHOICES.find(({ topic }) => topic === choice.topic)?.channels ?? [];
          if (!offered.includes(choice.channel)) refuse('bad-request');
          await saveChoice(tx, chooser.id, choice, now);
        }
        if (quietHours !== undefined) {
          if (quietHours !== null && quietHours.from === quietHours.to) refuse('bad-request');
          await saveQuietHours(tx, chooser.id, quietHours, now);
        }
        return view(tx, chooser);
      }),
  };
}
