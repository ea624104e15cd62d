import { runnerImport } from 'vite';
import type { PageModule } from '../src/page-module.ts';
import { doorsPlugin } from './doors-plugin.ts';
import { provincePlugin } from './province-plugin.ts';

/** The app's module table, for tools outside the app. */
export async function readModuleTable(): Promise<readonly PageModule[]> {
  const { module } = await runnerImport<{ moduleTable: readonly PageModule[] }>('/src/app/module-table.ts', {
    configFile: false,
    logLevel: 'error',
    plugins: [doorsPlugin(), provincePlugin('tay-ninh')],
  });
  return module.moduleTable;
}
