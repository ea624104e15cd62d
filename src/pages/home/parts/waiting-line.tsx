import { defineTexts } from '#lib/texts';
import { paths } from '#nav';
import { clockIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useTexts } from '#ui/texts';

const texts = defineTexts({
  vi: {
    waiting: (count: number) => `${String(count)} phản ánh chờ gửi`,
    meta: 'Có mạng là tự gửi',
  },
  en: {
    waiting: (count: number) => `${String(count)} waiting to be sent`,
    meta: 'Sent by itself when there is a network',
  },
});

/** Something of the person's has not arrived yet. */
export function WaitingLine({ count }: { count: number }) {
  const t = useTexts(texts);
  return (
    <List>
      <Row icon={clockIcon} title={t.waiting(count)} meta={t.meta} to={paths.myReports()} />
    </List>
  );
}
