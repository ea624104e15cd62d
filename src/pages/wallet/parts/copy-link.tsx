import { useState } from 'react';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/input';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** An address to take to the phone's own browser; where copying is not allowed it can be marked by hand. */
export function CopyLink({ url }: { url: string }) {
  const t = useTexts(texts);
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      setTold(t.copied);
    } catch {
      // No clipboard in this web view, or not allowed.
      setTold(t.copyByHand);
    }
  };
  return (
    <div>
      <Field label={t.link} hint={t.linkHint}>
        {(ties) => <TextInput {...ties} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />}
      </Field>
      <Button look="second" onClick={() => void copy()}>
        {t.copy}
      </Button>
      <p className="sub" role="status">
        {told}
      </p>
    </div>
  );
}
