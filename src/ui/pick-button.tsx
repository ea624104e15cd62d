import { useRef, type ButtonHTMLAttributes, type ChangeEvent } from 'react';
import { Button, type ButtonLook } from './button';
import { cameraIcon, uploadIcon } from './icons';

type PickButtonProps = Pick<ButtonLook, 'look'> &
  Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'id' | 'aria-describedby' | 'aria-invalid'> & {
    from: 'camera' | 'gallery';
    several?: boolean;
    /** Media types the chooser offers; the camera takes pictures. */
    accept?: string;
    /** What the button says. */
    words: string;
    /** What the hidden input is called, where the words alone do not say of what. */
    label?: string;
    onPick: (files: readonly File[]) => void;
  };

/** A button that opens the camera or the phone's own chooser; the input stays in place so that a second photo can be taken. */
export function PickButton({
  look,
  from,
  several = false,
  accept = 'image/*',
  words,
  label = words,
  onPick,
  ...rest
}: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const picked = (event: ChangeEvent<HTMLInputElement>): void => {
    const { files } = event.target;
    onPick(files === null ? [] : Array.from(files));
    // The very same photo may be chosen again after it was cut off.
    event.target.value = '';
  };
  const isCamera = from === 'camera';
  return (
    <>
      <Button
        {...rest}
        look={look}
        size="small"
        icon={isCamera ? cameraIcon : uploadIcon}
        onClick={() => input.current?.click()}
      >
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={isCamera ? 'image/*' : accept}
        capture={isCamera ? 'environment' : undefined}
        aria-label={label}
        onChange={picked}
      />
    </>
  );
}
