import { forwardRef, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react';

type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & {
  /** Shown inside, at the right: "gam", "m²". */
  unit?: string;
  /** A long code that must be seen whole while it is typed. */
  whole?: boolean;
};

/** One line to type in; give it the ties of its Field. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(
  { unit, whole = false, ...rest },
  ref,
) {
  const input = (
    <input type="text" autoComplete="off" {...rest} ref={ref} className={whole ? 'input whole' : 'input'} />
  );
  if (unit === undefined) return input;
  return (
    <div className="with-unit">
      {input}
      <span>{unit}</span>
    </div>
  );
});

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'>;

/** Several lines to type in. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  return <textarea rows={3} {...props} ref={ref} className="input" />;
});
