import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** The way to being forgotten; nothing happens before the lists were seen. */
export function EraseOffer({ onLook }: { onLook: () => void }) {
  const t = useTexts(texts);
  return (
    <div className="mt-3">
      <Card title={t.erase}>
        <p>{t.eraseMore}</p>
        <div className="mt-3">
          <Button look="second" onClick={onLook}>
            {t.eraseLook}
          </Button>
        </div>
      </Card>
    </div>
  );
}
