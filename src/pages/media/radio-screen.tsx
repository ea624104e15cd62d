import { ChannelList } from './parts/channel-list';

export default function RadioScreen() {
  return <ChannelList kind="radio" />;
}
