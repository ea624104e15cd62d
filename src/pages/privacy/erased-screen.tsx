import { paths } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { texts } from './texts';

/** Where somebody stands who was just forgotten here. */
export default function ErasedScreen() {
  const t = useTexts(texts);
  return (
    <Screen title={t.erasedTitle} foot={<LinkButton to={paths.home()}>{t.home}</LinkButton>}>
      <div className="mt-4 grid gap-3">
        <Notice tone="ok" role="status">
          {t.erased}
        </Notice>
        <p>{t.erasedNext}</p>
      </div>
    </Screen>
  );
}
