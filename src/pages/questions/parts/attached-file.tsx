import { useState } from 'react';
import { tellUpload, type UploadItem, type Uploads } from '#offline';
import { Button } from '#ui/button';
import { FileLine } from '#ui/file-line';
import { trashIcon } from '#ui/icons';
import { useLanguage, useTexts } from '#ui/texts';
import { attachTexts } from '../attach-texts';

/** One file that goes with a question: where it is, and what can be done with it. */
export function AttachedFile({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useTexts(attachTexts);
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  const { key, name, upload } = item;
  const remove = async (): Promise<void> => setFailed(!(await uploads.remove(key)));
  return (
    <FileLine name={name} told={tellUpload(item, language)} picture={uploads.picture(key)}>
      {failed ? <p role="alert">{t.removeFailed}</p> : null}
      <div className="acts">
        {upload.state === 'doubtful' ? (
          <Button look="second" size="small" onClick={() => uploads.accept(key)}>
            {t.useAnyway}
          </Button>
        ) : null}
        {upload.state === 'failed' ? (
          <Button size="small" onClick={() => uploads.again(key)}>
            {t.again}
          </Button>
        ) : null}
        <Button look="text" size="small" icon={trashIcon} aria-label={t.removeFile(name)} onClick={() => void remove()}>
          {t.remove}
        </Button>
      </div>
    </FileLine>
  );
}
