import { useState, type ReactNode } from 'react';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { trashIcon } from './icons';
import { PickButton } from './pick-button';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: {
    takeAgain: 'Chụp lại',
    chooseOther: 'Chọn ảnh khác',
    useAnyway: 'Vẫn dùng ảnh này',
    remove: 'Xóa',
    removeFile: (name: string) => `Xóa tệp ${name}`,
    removeAsk: 'Xóa tệp này? Muốn dùng lại thì phải chụp hoặc chọn lại.',
    removeYes: 'Xóa tệp này',
    keep: 'Giữ lại',
    removeFailed: 'Chưa xóa được vì không liên lạc được với máy chủ. Tệp vẫn còn. Thử lại sau.',
    again: 'Gửi tiếp',
  },
  en: {
    takeAgain: 'Take it again',
    chooseOther: 'Choose another',
    useAnyway: 'Use this photo anyway',
    remove: 'Delete',
    removeFile: (name: string) => `Delete file ${name}`,
    removeAsk: 'Delete this file? To use it again you must take or choose it again.',
    removeYes: 'Delete this file',
    keep: 'Keep',
    removeFailed: 'Not deleted: the server could not be reached. The file is still there. Try again later.',
    again: 'Continue sending',
  },
});

/** What can be done with files that are being sent, each known by its key. */
interface FileHandling {
  replace: (key: string, file: File) => void;
  /** The person looked at a doubtful photo and wants it as it is. */
  accept: (key: string) => void;
  again: (key: string) => void;
  /** False when the server could not be told. */
  remove: (key: string) => Promise<boolean>;
}

interface FileActsProps {
  item: { key: string; name: string; upload: { state: string } };
  files: FileHandling;
  /** Media types that may take its place. */
  types: string;
  /** How taking it away is called aloud, where its name does not say it. */
  removeLabel?: string | undefined;
  /** What else can be done with one that can be used. */
  children?: ReactNode;
}

/** What can be done with one file: mend it, send it on, take it away. */
export function FileActs({ item, files, types, removeLabel, children }: FileActsProps) {
  const t = useTexts(texts);
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const { key, name, upload } = item;
  const isUnusable = upload.state === 'refused' || upload.state === 'doubtful';
  const remove = async (): Promise<void> => {
    setBusy(true);
    setFailed(!(await files.remove(key)));
    setBusy(false);
    setAsked(false);
  };
  if (asked) {
    return (
      <div role="alert">
        <p className="mt-3">{t.removeAsk}</p>
        <div className="mt-3 grid gap-2">
          {busy ? null : (
            <Button look="second" onClick={() => setAsked(false)}>
              {t.keep}
            </Button>
          )}
          <Button look="danger" size="small" busy={busy} onClick={() => void remove()}>
            {t.removeYes}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      {failed ? (
        <p className="st bad" role="alert">
          {t.removeFailed}
        </p>
      ) : null}
      <div className="acts">
        {isUnusable ? <Mending item={item} files={files} types={types} /> : children}
        {upload.state === 'failed' ? (
          <Button size="small" onClick={() => files.again(key)}>
            {t.again}
          </Button>
        ) : null}
        <Button
          look="text"
          size="small"
          icon={trashIcon}
          aria-label={removeLabel ?? t.removeFile(name)}
          onClick={() => {
            // What is not usable anyway goes without asking.
            if (isUnusable) void remove();
            else setAsked(true);
          }}
        >
          {t.remove}
        </Button>
      </div>
    </>
  );
}

/** Another photo in its place; or, where there is only a doubt, this one after all. */
function Mending({ item, files, types }: Pick<FileActsProps, 'item' | 'files' | 'types'>) {
  const t = useTexts(texts);
  const { key, name, upload } = item;
  const replace = ([file]: readonly File[]): void => {
    if (file !== undefined) files.replace(key, file);
  };
  return (
    <>
      <PickButton from="camera" words={t.takeAgain} label={`${t.takeAgain}: ${name}`} onPick={replace} />
      {upload.state === 'doubtful' ? (
        <Button look="second" size="small" onClick={() => files.accept(key)}>
          {t.useAnyway}
        </Button>
      ) : (
        <PickButton
          look="second"
          from="gallery"
          accept={types}
          words={t.chooseOther}
          label={`${t.chooseOther}: ${name}`}
          onPick={replace}
        />
      )}
    </>
  );
}
