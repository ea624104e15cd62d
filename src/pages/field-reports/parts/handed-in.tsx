import { useOutbox } from '#offline';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { outboxTexts } from '../outbox-texts';
import { OutboxEntry } from './outbox-entry';

/** What has just been handed in: kept, on its way, or arrived; never more than is true. */
export function HandedIn({ id, onAnother }: { id: string; onAnother: () => void }) {
  const t = useTexts(outboxTexts);
  const item = useOutbox().items.find((one) => one.id === id);
  return (
    <Screen title={t.handedTitle} foot={<LinkButton to={paths.myReports()}>{t.mine}</LinkButton>}>
      <div className="mt-4 grid gap-3">
        {item === undefined ? null : <OutboxEntry item={item} />}
        {item?.state.state === 'arrived' ? <p>{t.expected}</p> : null}
        <Button look="text" onClick={onAnother}>
          {t.another}
        </Button>
      </div>
    </Screen>
  );
}
