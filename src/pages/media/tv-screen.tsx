import { ChannelList } from './parts/channel-list';

export default function TvScreen() {
  return <ChannelList kind="tv" />;
}
