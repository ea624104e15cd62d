import { askIcon } from '#ui/icons';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** A province that names no field has nobody to answer: said, where a form could never be sent. */
export function Closed({ title }: { title: string }) {
  const t = useTexts(texts);
  return (
    <Screen title={title}>
      <Empty icon={askIcon} title={t.closed}>
        {t.closedMore}
      </Empty>
    </Screen>
  );
}
