import { useOutbox } from '#offline';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { outboxTexts } from '../outbox-texts';
import { OutboxEntry } from './outbox-entry';

interface HandedInProps {
  id: string;
  /** Goes to a path, and takes the form off the way back: "Quay lại" must not lead into an empty one. */
  onLeave: (path: string) => void;
  onAnother: () => void;
}

/** What has just been handed in: kept, on its way, or arrived; never more than is true. */
export function HandedIn({ id, onLeave, onAnother }: HandedInProps) {
  const t = useTexts(outboxTexts);
  const item = useOutbox().items.find((one) => one.id === id);
  return (
    <Screen
      title={t.handedTitle}
      foot={
        <Button
          onClick={() => {
            onLeave(paths.myReports());
          }}
        >
          {t.mine}
        </Button>
      }
    >
      <div className="mt-4 grid gap-3">
        {item === undefined ? null : <OutboxEntry item={item} onLeave={onLeave} />}
        {item?.state.state === 'arrived' ? <p>{t.expected}</p> : null}
        <Button look="text" onClick={onAnother}>
          {t.another}
        </Button>
      </div>
    </Screen>
  );
}
