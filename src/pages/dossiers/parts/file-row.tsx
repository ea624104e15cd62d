import { picturesAndPdf, tellUpload, type UploadItem, type Uploads } from '#offline';
import { Button } from '#ui/button';
import { FileActs } from '#ui/file-acts';
import { FileLine } from '#ui/file-line';
import { useLanguage, useTexts } from '#ui/texts';
import { fileTexts } from '../file-texts';

interface FileRowProps {
  item: UploadItem;
  /** Which page of how many photos; absent for a file that is a document by itself. */
  number: { page: number; pages: number } | undefined;
  uploads: Uploads;
}

/** One file of a paper. */
export function FileRow({ item, number, uploads }: FileRowProps) {
  const t = useTexts(fileTexts);
  const language = useLanguage();
  const move = (by: -1 | 1) => () => uploads.move(item.key, by);
  return (
    <FileLine
      name={number === undefined ? item.name : t.page(number.page, number.pages)}
      told={tellUpload(item, language)}
      picture={uploads.picture(item.key)}
    >
      <FileActs
        item={item}
        files={uploads}
        types={picturesAndPdf}
        removeLabel={number === undefined ? undefined : t.removePage(number.page)}
      >
        {number === undefined || number.page === 1 ? null : (
          <Button look="text" size="small" aria-label={t.moveEarlier(number.page)} onClick={move(-1)}>
            {t.earlier}
          </Button>
        )}
        {number === undefined || number.page === number.pages ? null : (
          <Button look="text" size="small" aria-label={t.moveLater(number.page)} onClick={move(1)}>
            {t.later}
          </Button>
        )}
      </FileActs>
    </FileLine>
  );
}
