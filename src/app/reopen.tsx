import { defineTexts } from '#lib/texts';
import { Button } from '#ui/button';
import { useTexts } from '#ui/texts';

const texts = defineTexts({ vi: { reopen: 'Mở lại ứng dụng' }, en: { reopen: 'Reopen the app' } });

/** Loads the app anew where it stands: the only way out once Zalo's login has gone silent. */
export function Reopen({ main = false }: { main?: boolean }) {
  const t = useTexts(texts);
  return (
    <Button look={main ? 'main' : 'text'} onClick={() => window.location.reload()}>
      {t.reopen}
    </Button>
  );
}
