import { useCommunes } from '#forms';
import { now } from '#lib/clock';
import { longDate, momentInWords } from '#lib/dates';
import { KeyValues } from '#ui/key-values';
import { useLanguage, useTexts } from '#ui/texts';
import { reportTexts } from '../report-texts';
import { useCategories } from '../use-categories';

interface ReportFactsProps {
  report: {
    code: string;
    category: string;
    place: string | null;
    communeCode: string | null;
    submittedAt: string;
    dueDate: string | null;
  };
}

/** What, where, when, until when. */
export function ReportFacts({ report }: ReportFactsProps) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const categories = useCategories().data;
  const { index } = useCommunes();
  const name = categories?.items.find(({ id }) => id === report.category)?.name;
  const commune = report.communeCode === null ? undefined : index?.nameOf(report.communeCode);
  const where = [report.place ?? undefined, commune].filter((part) => part !== undefined).join(', ');
  const kind = name === undefined || language === 'vi' ? name : (categories?.english[name] ?? name);
  return (
    <div className="mt-4">
      <KeyValues
        items={[
          ...(kind === undefined ? [] : [{ label: t.kind, value: kind }]),
          ...(where === '' ? [] : [{ label: t.where, value: where }]),
          { label: t.when, value: momentInWords(report.submittedAt, now(), language) },
          ...(report.dueDate === null ? [] : [{ label: t.due, value: t.dueWords(longDate(report.dueDate, language)) }]),
          { label: t.code, value: report.code },
        ]}
      />
    </div>
  );
}
