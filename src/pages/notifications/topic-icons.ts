import type { Schemas } from '@dvc/contract';
import {
  askIcon,
  calendarIcon,
  flagIcon,
  folderIcon,
  infoIcon,
  moneyIcon,
  newsIcon,
  shieldIcon,
  shopIcon,
} from '#ui/icons';

/** What a notice is about, at a glance; the words beside it say the same. */
export const topicIcons: Record<Schemas['NoticeTopic'], string> = {
  dossier: folderIcon,
  payment: moneyIcon,
  appointment: calendarIcon,
  report: flagIcon,
  question: askIcon,
  store: shopIcon,
  news: newsIcon,
  security: shieldIcon,
  service: infoIcon,
};
