import { picturesAndPdf, tellUpload, type UploadItem, type Uploads } from '#offline';
import { FileActs } from '#ui/file-acts';
import { FileLine } from '#ui/file-line';
import { useLanguage } from '#ui/texts';

/** One file that goes with a question: where it is, and what can be done with it. */
export function AttachedFile({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const language = useLanguage();
  return (
    <FileLine name={item.name} told={tellUpload(item, language)} picture={uploads.picture(item.key)}>
      <FileActs item={item} files={uploads} types={picturesAndPdf} />
    </FileLine>
  );
}
