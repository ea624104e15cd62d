import { tellUpload, type UploadItem, type Uploads } from '#offline';
import { FileLine } from '#ui/file-line';
import { useLanguage, useTexts } from '#ui/texts';
import { fileTexts } from '../file-texts';
import { FileActs } from './file-acts';

/** Which page of how many photos; absent for a file that is a document by itself. */
export interface PageNumber {
  page: number;
  pages: number;
}

interface FileRowProps {
  item: UploadItem;
  number: PageNumber | undefined;
  uploads: Uploads;
}

/** One file of a paper. */
export function FileRow({ item, number, uploads }: FileRowProps) {
  const t = useTexts(fileTexts);
  const language = useLanguage();
  return (
    <FileLine
      name={number === undefined ? item.name : t.page(number.page, number.pages)}
      told={tellUpload(item, language)}
      picture={uploads.picture(item.key)}
    >
      <FileActs item={item} number={number} uploads={uploads} />
    </FileLine>
  );
}
