import { readFile } from 'node:fs/promises';
import type { Schemas } from '@dvc/contract';
import { z } from 'zod';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';

const kind = z.enum(['tv', 'radio']);
const mediaFile = z.object({
  mbPerHour: z.object({ video: z.number().positive(), audio: z.number().positive() }),
  programmeSample: z.boolean(),
  channels: z.array(
    z.object({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      kind,
      name: z.string(),
      formerNames: z.array(z.string()).default([]),
      frequencyMHz: z.number().optional(),
      frequencyConfidence: z.enum(['H', 'M', 'L']).optional(),
      /** Kept, but not shown until the province confirms it. */
      hidden: z.boolean().default(false),
    }),
  ),
  programme: z.array(z.object({ at: z.string().regex(/^\d\d:\d\d$/), title: z.string(), kinds: z.array(kind) })),
});

type MediaPlan = z.infer<typeof mediaFile>;
type Stream = Schemas['Channel']['streams'][number];

/** From `media.json` of a province; without one there is nothing to watch. */
async function readMediaPlan(province: URL): Promise<MediaPlan> {
  try {
    return mediaFile.parse(JSON.parse(await readFile(new URL('media.json', province), 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return { mbPerHour: { video: 450, audio: 29 }, programmeSample: false, channels: [], programme: [] };
  }
}

function channelOf(
  { id, kind: of, name, formerNames, frequencyMHz, frequencyConfidence }: MediaPlan['channels'][number],
  { mbPerHour, programme, programmeSample }: MediaPlan,
  addresses: ReadonlyMap<string, string>,
): Schemas['Channel'] {
  const perMinute = (mode: Stream['mode']): number => Math.round(mbPerHour[mode] / 6) / 10;
  const stream = (mode: Stream['mode'], url: string | undefined): Stream[] =>
    url === undefined ? [] : [{ mode, url, mbPerMinute: perMinute(mode) }];
  return {
    id,
    kind: of,
    name,
    formerNames,
    frequencyMHz: frequencyMHz ?? null,
    frequencyConfidence: frequencyConfidence ?? null,
    streams: [...stream('video', addresses.get(id)), ...stream('audio', addresses.get(`${id}.audio`))],
    programme: programme.filter(({ kinds }) => kinds.includes(of)).map(({ at, title }) => ({ at, title })),
    programmeSample,
  };
}

/** TV and radio: which channels, where they play live, what is on today. */
export async function createMediaModule({ province, settings }: Deps): Promise<ModuleHandlers<'media'>> {
  const plan = await readMediaPlan(province.folder);
  const channels = plan.channels.filter(({ hidden }) => !hidden);
  return {
    async listChannels({ query }) {
      const items = channels
        .filter((channel) => channel.kind === query.kind)
        .map((channel) => channelOf(channel, plan, settings.MEDIA_STREAMS));
      return { status: 200, body: { items } };
    },
  };
}
