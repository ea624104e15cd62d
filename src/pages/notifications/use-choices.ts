import { useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { putAnswer, useAct, useOperation } from '#api';

type Topic = Schemas['NoticeTopic'];
type Channel = Schemas['NoticeChannel'];
type Quiet = Schemas['QuietHours'] | null;

/** What was tapped and is not known to be saved. */
interface Unsaved {
  wanted: ReadonlyMap<string, { topic: Topic; channel: Channel; wanted: boolean }>;
  quiet?: Quiet;
}

const nothing: Unsaved = { wanted: new Map() };

const cell = (topic: Topic, channel: Channel): string => `${topic} ${channel}`;
const merged = (older: Unsaved, newer: Unsaved): Unsaved => ({
  ...older,
  ...newer,
  wanted: new Map([...older.wanted, ...newer.wanted]),
});
const bodyOf = ({ wanted, quiet }: Unsaved) => ({
  ...(wanted.size === 0 ? {} : { choices: [...wanted.values()] }),
  ...(quiet === undefined ? {} : { quietHours: quiet }),
});

/**
 * Choices as the person sees them: a tap shows at once and is marked as being saved until the server has it; when it could not
 * be saved the switch goes back, and `failed` says so. Taps meanwhile go together in the next request, in their order.
 */
export function useChoices() {
  const reading = useOperation('readNoticeChoices', {});
  const saving = useAct('changeNoticeChoices');
  const next = useRef<Unsaved>(nothing);
  const underWay = useRef(false);
  const [unsaved, setUnsaved] = useState<Unsaved>(nothing);

  async function save(): Promise<void> {
    underWay.current = true;
    while (Object.keys(bodyOf(next.current)).length > 0) {
      const sent = next.current;
      next.current = nothing;
      const answer = await saving.run({ body: bodyOf(sent) });
      if (answer === undefined) {
        next.current = nothing;
        break;
      }
      putAnswer('readNoticeChoices', {}, answer);
      setUnsaved(next.current);
    }
    underWay.current = false;
    setUnsaved(nothing);
  }

  function change(more: Unsaved): void {
    next.current = merged(next.current, more);
    setUnsaved((before) => merged(before, more));
    if (!underWay.current) void save();
  }

  return {
    reading,
    failed: saving.error,
    /** As tapped, else as the server has it. */
    isWanted: (topic: Topic, { channel, wanted }: { channel: Channel; wanted: boolean }): boolean =>
      unsaved.wanted.get(cell(topic, channel))?.wanted ?? wanted,
    isSaving: (topic: Topic, channel: Channel): boolean => unsaved.wanted.has(cell(topic, channel)),
    want: (topic: Topic, channel: Channel, wanted: boolean): void =>
      change({ wanted: new Map([[cell(topic, channel), { topic, channel, wanted }]]) }),
    quiet: unsaved.quiet === undefined ? reading.data?.quietHours : unsaved.quiet,
    isSavingQuiet: unsaved.quiet !== undefined,
    keepQuiet: (quiet: Quiet): void => change({ wanted: new Map(), quiet }),
  };
}

export type Choices = ReturnType<typeof useChoices>;
