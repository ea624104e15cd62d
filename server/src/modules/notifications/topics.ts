import type { Schemas } from '@dvc/contract';
import type { Notice } from '#core/deps';

export type Topic = Schemas['NoticeTopic'];
export type Channel = Schemas['NoticeChannel'];

/** The ladder above the inbox, lowest step first: what costs the province least, and disturbs least, comes first. */
export const CHANNELS: readonly Channel[] = ['oa', 'zns', 'sms'];

/** What may be chosen. Safety is not among it: that somebody else used one's identity is always said. */
export const CHOICES: readonly { topic: Topic; channels: readonly Channel[] }[] = [
  { topic: 'dossier', channels: CHANNELS },
  { topic: 'payment', channels: CHANNELS },
  { topic: 'appointment', channels: ['oa'] },
  { topic: 'report', channels: ['oa'] },
  { topic: 'question', channels: ['oa'] },
  { topic: 'store', channels: ['oa'] },
  { topic: 'news', channels: ['oa'] },
  { topic: 'service', channels: ['oa'] },
];

const ALWAYS_CLIMB: readonly Topic[] = ['payment', 'security'];

/** Whether a notice goes on to the next step when nobody was reached: money, identity, deadlines of dossiers. */
export const climbs = ({ topic, deadline }: Pick<Notice, 'topic' | 'deadline'>): boolean =>
  deadline === true || ALWAYS_CLIMB.includes(topic);
