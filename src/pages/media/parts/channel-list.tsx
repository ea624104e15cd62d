import { useEffect } from 'react';
import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { paths } from '#nav';
import { Choices } from '#ui/choices';
import { Coming } from '#ui/coming';
import { floating } from '#ui/floating';
import { tvIcon } from '#ui/icons';
import { SavedCopy } from '#ui/more-pages';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { MiniPlayer } from './mini-player';
import { OneChannel } from './one-channel';

/** Channels of TV or radio, each with its player and what is on today. Nothing plays before a tap. */
export function ChannelList({ kind }: { kind: Schemas['ChannelKind'] }) {
  const t = useTexts(texts);
  const { data, error, savedAt, reload } = useOperation('listChannels', { query: { kind } });
  // Whoever was here may go on listening elsewhere.
  useEffect(() => floating.set(<MiniPlayer />), []);
  const choices = [
    { to: paths.tv(), label: t.tv, chosen: kind === 'tv' },
    { to: paths.radio(), label: t.radio, chosen: kind === 'radio' },
  ];
  return (
    <Screen title={kind === 'tv' ? t.tv : t.radio} busy={data === undefined && error === undefined}>
      <Choices label={t.kinds} choices={choices} />
      <SavedCopy at={savedAt} />
      {data === undefined ? (
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />
      ) : data.items.length === 0 ? (
        <Empty icon={tvIcon} title={t.none}>
          {t.noneMore}
        </Empty>
      ) : (
        <>
          <p className="sub">{t.dataNote}</p>
          {data.items.map((channel) => (
            <OneChannel key={channel.id} channel={channel} day={data.day} />
          ))}
        </>
      )}
    </Screen>
  );
}
