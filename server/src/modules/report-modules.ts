/** Puts together field reports and their photos; files are lent to them by the composition. */
import { readCommunes } from '#core/communes';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { readCategories } from './field-reports/categories.ts';
import { indexCommunes } from './field-reports/communes.ts';
import { mayReopen } from './field-reports/mine.ts';
import { createFieldReportsModule } from './field-reports/module.ts';
import { createReportOffice } from './field-reports/office.ts';
import { createOpen311 } from './field-reports/open311.ts';
import type { Photos, Surroundings } from './field-reports/ports.ts';
import { createPublishing } from './field-reports/publish.ts';
import { keepSampleReports } from './field-reports/samples.ts';
import { openReport } from './field-reports/send-report.ts';
import { createReportFilesModule } from './files/report-files.ts';
import type { Quarantine } from './files/quarantine.ts';
import type { Uploads } from './files/uploads.ts';

export type ReportHandlers = ModuleHandlers<'field-reports' | 'report-files' | 'report-office' | 'open311'>;

interface Lent {
  surroundings: Surroundings;
  photos: Photos;
  quarantine: Quarantine;
  uploads: Uploads;
}

export async function createReportModules(
  deps: Deps,
  { surroundings, photos, quarantine, uploads }: Lent,
): Promise<ReportHandlers> {
  const categories = await readCategories(deps.province.folder);
  const communes = indexCommunes(await readCommunes(deps.province.folder));
  const needs = { categories, communes, photos, surroundings };
  const publishing = createPublishing(deps, photos, surroundings);
  await keepSampleReports(deps, { ...needs, publishing });
  return {
    ...createFieldReportsModule(deps, needs),
    ...createReportOffice(deps, { ...needs, publishing }),
    ...createOpen311(deps, needs),
    ...createReportFilesModule(deps, {
      quarantine,
      uploads,
      openReport: (tx, report) => openReport(tx, report, mayReopen),
    }),
  };
}
