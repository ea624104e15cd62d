import { useRef, useState, type FormEvent } from 'react';
import { readTypedCode } from '@dvc/contract';
import type { AppError } from '#api';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/input';
import { useTexts } from '#ui/texts';
import type { Question } from '../scanned';
import { texts } from '../texts';
import { Trouble } from './trouble';

interface AskFormProps {
  /** A code that came with a link or from a receipt. */
  known: string;
  busy: boolean;
  error: AppError | undefined;
  /** The failed question was a receipt's, not a typed one. */
  sealed: boolean;
  onAsk: (question: Question) => void;
}

export function AskForm({ known, busy, error, sealed, onAsk }: AskFormProps) {
  const t = useTexts(texts);
  const [code, setCode] = useState(known);
  const [digits, setDigits] = useState('');
  const [tried, setTried] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  const digitsInput = useRef<HTMLInputElement>(null);

  const read = readTypedCode(code);
  const codeFault = read !== undefined ? undefined : code.trim() === '' ? t.codeMissing : t.codeUnlike;
  const digitsFault = /^\d{4}$/.test(digits.trim()) ? undefined : t.digitsMissing;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (read === undefined) codeInput.current?.focus();
    else if (digitsFault !== undefined) digitsInput.current?.focus();
    else if (!busy) onAsk({ code: read, lastFour: digits.trim() });
  };

  return (
    <form className="mt-6" noValidate onSubmit={submit}>
      <h2>{t.or}</h2>
      <Field label={t.code} hint={t.codeHint} error={tried ? codeFault : undefined}>
        {(ties) => (
          <TextInput
            {...ties}
            ref={codeInput}
            whole
            value={code}
            autoCapitalize="characters"
            maxLength={60}
            onChange={(event) => {
              setCode(event.target.value);
            }}
          />
        )}
      </Field>
      <Field label={t.digits} hint={t.digitsHint} error={tried ? digitsFault : undefined}>
        {(ties) => (
          <TextInput
            {...ties}
            ref={digitsInput}
            value={digits}
            inputMode="numeric"
            maxLength={4}
            onChange={(event) => {
              setDigits(event.target.value);
            }}
          />
        )}
      </Field>
      <div className="mt-4 grid gap-3">
        {error === undefined || busy ? null : <Trouble error={error} sealed={sealed} />}
        <Button type="submit" busy={busy}>
          {busy ? t.tracking : t.track}
        </Button>
      </div>
    </form>
  );
}
