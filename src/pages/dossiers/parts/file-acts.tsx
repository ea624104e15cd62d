import { useState } from 'react';
import { picturesAndPdf, type UploadItem, type Uploads } from '#offline';
import { Button } from '#ui/button';
import { trashIcon } from '#ui/icons';
import { PickButton } from '#ui/pick-button';
import { useTexts } from '#ui/texts';
import { fileTexts } from '../file-texts';
import type { PageNumber } from './file-row';

interface FileActsProps {
  item: UploadItem;
  number: PageNumber | undefined;
  uploads: Uploads;
}

/** What can be done with a file: mend it, move it among the pages, take it away. */
export function FileActs({ item, number, uploads }: FileActsProps) {
  const t = useTexts(fileTexts);
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const { key, name, upload } = item;
  const isUnusable = upload.state === 'refused' || upload.state === 'doubtful';
  const remove = async (): Promise<void> => {
    setFailed(!(await uploads.remove(key)));
    setAsked(false);
  };
  if (asked) {
    return (
      <div role="alert">
        <p className="mt-3">{t.removeAsk}</p>
        <div className="mt-3 grid gap-2">
          <Button
            look="second"
            onClick={() => {
              setAsked(false);
            }}
          >
            {t.keep}
          </Button>
          <Button look="danger" size="small" onClick={() => void remove()}>
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
        {isUnusable ? <Mending item={item} uploads={uploads} /> : null}
        {upload.state === 'failed' ? (
          <Button
            size="small"
            onClick={() => {
              uploads.again(key);
            }}
          >
            {t.again}
          </Button>
        ) : null}
        {number === undefined || isUnusable ? null : <Moving itemKey={key} number={number} uploads={uploads} />}
        <Button
          look="text"
          size="small"
          icon={trashIcon}
          aria-label={number === undefined ? t.removeFile(name) : t.removePage(number.page)}
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
function Mending({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useTexts(fileTexts);
  const { key, name, upload } = item;
  const replace = ([file]: readonly File[]): void => {
    if (file !== undefined) uploads.replace(key, file);
  };
  return (
    <>
      <PickButton from="camera" words={t.takeAgain} label={`${t.takeAgain}: ${name}`} onPick={replace} />
      {upload.state === 'doubtful' ? (
        <Button
          look="second"
          size="small"
          onClick={() => {
            uploads.accept(key);
          }}
        >
          {t.useAnyway}
        </Button>
      ) : (
        <PickButton
          look="second"
          from="gallery"
          accept={picturesAndPdf}
          words={t.chooseOther}
          label={`${t.chooseOther}: ${name}`}
          onPick={replace}
        />
      )}
    </>
  );
}

function Moving({ itemKey, number, uploads }: { itemKey: string; number: PageNumber; uploads: Uploads }) {
  const t = useTexts(fileTexts);
  const { page, pages } = number;
  const to = (by: -1 | 1) => () => {
    uploads.move(itemKey, by);
  };
  return (
    <>
      {page === 1 ? null : (
        <Button look="text" size="small" aria-label={t.moveEarlier(page)} onClick={to(-1)}>
          {t.earlier}
        </Button>
      )}
      {page === pages ? null : (
        <Button look="text" size="small" aria-label={t.moveLater(page)} onClick={to(1)}>
          {t.later}
        </Button>
      )}
    </>
  );
}
