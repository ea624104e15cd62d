import { readFile } from 'node:fs/promises';
import type { Schemas } from '@dvc/contract';
import { z } from 'zod';

const kind = z.enum(['tv', 'radio']);
const mediaFile = z.object({
  mbPerHour: z.object({ video: z.number().positive(), audio: z.number().positive() }),
  channels: z.array(
    z.object({
      id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
      kind,
      name: z.string(),
      formerNames: z.array(z.string()).default([]),
      frequencyMHz: z.number().optional(),
      frequencyConfirmed: z.boolean().default(false),
      /** Kept, but not shown until the province confirms it. */
      hidden: z.boolean().default(false),
    }),
  ),
  sampleProgramme: z
    .array(z.object({ at: z.string().regex(/^\d\d:\d\d$/), title: z.string(), kinds: z.array(kind) }))
    .default([]),
});

export type MediaPlan = z.infer<typeof mediaFile>;
type Channel = Schemas['Channel'];
type Stream = Channel['streams'][number];

/** From `media.json` of a province; without one there is nothing to watch. */
export async function readMediaPlan(province: URL): Promise<MediaPlan> {
  try {
    return mediaFile.parse(JSON.parse(await readFile(new URL('media.json', province), 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return { mbPerHour: { video: 450, audio: 29 }, channels: [], sampleProgramme: [] };
  }
}

type Programmed = Pick<Channel, 'programme' | 'programmeSample'>;

/** What would be on, for trying the app: times that the project made up. */
export const sampleProgrammeOf = ({ sampleProgramme }: MediaPlan, of: Channel['kind']): Programmed => {
  const programme = sampleProgramme.filter(({ kinds }) => kinds.includes(of)).map(({ at, title }) => ({ at, title }));
  return { programme, programmeSample: programme.length > 0 };
};

/** A channel as the phone reads it; `addresses` are the operator's, by `channel` and `channel.audio`. */
export function channelOf(
  { id, kind: of, name, formerNames, frequencyMHz, frequencyConfirmed }: MediaPlan['channels'][number],
  mbPerHour: MediaPlan['mbPerHour'],
  addresses: ReadonlyMap<string, string>,
  programmed: Programmed,
): Channel {
  const stream = (mode: Stream['mode'], url: string | undefined): Stream[] =>
    url === undefined ? [] : [{ mode, url, mbPerMinute: Math.round(mbPerHour[mode] / 6) / 10 }];
  return {
    ...{ id, kind: of, name, formerNames, frequencyConfirmed },
    frequencyMHz: frequencyMHz ?? null,
    streams: [...stream('video', addresses.get(id)), ...stream('audio', addresses.get(`${id}.audio`))],
    ...programmed,
  };
}
