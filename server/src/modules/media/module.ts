import { dateInVietnam } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { channelOf, readMediaPlan, sampleProgrammeOf } from './media-plan.ts';
import { keepProgramme, programmesOn } from './programmes.ts';

/** TV and radio: which channels, where they play live, what is on today. */
export async function createMediaModule({ db, clock, province, settings }: Deps): Promise<ModuleHandlers<'media'>> {
  const plan = await readMediaPlan(province.folder);
  const channels = plan.channels.filter(({ hidden }) => !hidden);
  const sampled = settings.SAMPLE_DATA === 'on';
  return {
    async listChannels({ query: { kind } }) {
      const day = dateInVietnam(clock.now());
      const handedIn = await programmesOn(db, day);
      const items = channels
        .filter((channel) => channel.kind === kind)
        .map((channel) => {
          const programme = handedIn.get(channel.id) ?? [];
          const programmed =
            programme.length === 0 && sampled ? sampleProgrammeOf(plan, kind) : { programme, programmeSample: false };
          return channelOf(channel, plan.mbPerHour, settings.MEDIA_STREAMS, programmed);
        });
      return { status: 200, body: { day, items } };
    },

    async handInProgramme({ params: { channelId, day }, body }) {
      if (!channels.some(({ id }) => id === channelId)) refuse('not-found');
      const now = clock.now();
      const handing = { channelId, day, items: body.items, now, today: dateInVietnam(now) };
      const items = await db.tx((tx) => keepProgramme(tx, handing));
      return { status: 200, body: { channelId, day, items } };
    },
  };
}
