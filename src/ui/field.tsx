import { useId, type ReactNode } from 'react';
import { defineTexts } from '#lib/texts';
import { Icon } from './icon';
import { alertIcon } from './icons';
import { useTexts } from './texts';

const texts = defineTexts({ vi: { optional: '(không bắt buộc)' }, en: { optional: '(optional)' } });

/** What ties a control to its label, hint and error; spread it on the control. */
export interface FieldTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** In words, in the label's own terms; stands between hint and control, where the keyboard does not hide it. */
  error?: string;
  optional?: boolean;
  /** Links of the error summary lead here; on the control, or on the group. */
  id?: string;
  /** Several controls under one question (radios, date parts): a fieldset with a legend. */
  group?: boolean;
  children: (ties: FieldTies) => ReactNode;
}

/** A question with its control. */
export function Field({ label, hint, error, optional = false, id, group = false, children }: FieldProps) {
  const t = useTexts(texts);
  const own = useId();
  const base = id ?? own;
  const described = [hint === undefined ? '' : `${base}-hint`, error === undefined ? '' : `${base}-error`]
    .filter((part) => part !== '')
    .join(' ');
  const ties: FieldTies = {
    id: base,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  };
  const name = (
    <>
      {label} {optional ? <span className="opt">{t.optional}</span> : null}
    </>
  );
  const between = (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${base}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="err" id={`${base}-error`}>
          <Icon of={alertIcon} small />
          <span>{error}</span>
        </p>
      )}
    </>
  );
  const className = error === undefined ? 'field' : 'field is-bad';
  if (group) {
    return (
      <fieldset className={className} id={base} tabIndex={-1} aria-describedby={ties['aria-describedby']}>
        <legend>{name}</legend>
        <div>{between}</div>
        {children(ties)}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={base}>{name}</label>
      {between}
      {children(ties)}
    </div>
  );
}
