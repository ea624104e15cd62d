import { useRef, type ButtonHTMLAttributes, type ChangeEvent } from 'react';
import { fileLimits } from '@dvc/contract/forms';
import { Button, type ButtonLook } from '#ui/button';
import { cameraIcon, uploadIcon } from '#ui/icons';

const picturesAndPdf = [...fileLimits.types, 'image/heic', 'image/heif'].join(',');

type PickButtonProps = Pick<ButtonLook, 'look'> &
  Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'id' | 'aria-describedby' | 'aria-invalid'> & {
    from: 'camera' | 'gallery';
    several?: boolean;
    /** What the button says. */
    words: string;
    /** What the hidden input is called: the same verb, and of which paper. */
    label: string;
    onPick: (files: readonly File[]) => void;
  };

/** A button that opens the camera or the phone's own chooser; the input stays in place so that a second photo can be taken. */
export function PickButton({ look, from, several = false, words, label, onPick, ...rest }: PickButtonProps) {
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
        accept={isCamera ? 'image/*' : picturesAndPdf}
        capture={isCamera ? 'environment' : undefined}
        aria-label={label}
        onChange={picked}
      />
    </>
  );
}
