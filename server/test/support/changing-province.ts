import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormDefinition } from '@dvc/contract/forms';

const PROVINCES = new URL('../../../provinces/', import.meta.url);

/** The province's files in a folder of their own, so that what is published can change. */
export interface ChangingProvince {
  /** For `PROVINCES_DIR`. */
  folder: string;
  /** Publishes a changed form under a new version; running servers see it at their next look. */
  publish: (code: string, version: string, edit: (form: FormDefinition) => void) => Promise<void>;
  remove: () => Promise<void>;
}

export async function changingProvince(id = 'tay-ninh'): Promise<ChangingProvince> {
  const folder = await mkdtemp(join(tmpdir(), 'provinces-'));
  await cp(new URL(`${id}/`, PROVINCES), join(folder, id), { recursive: true });
  return {
    folder,
    async publish(code, version, edit) {
      const path = join(folder, id, 'procedures', `${code}.json`);
      const file = JSON.parse(await readFile(path, 'utf8')) as { guide: { formVersion: string }; form: FormDefinition };
      edit(file.form);
      // English must say every word; a changed form is published in Vietnamese alone.
      delete file.form.english;
      file.form.version = version;
      file.guide.formVersion = version;
      await writeFile(path, JSON.stringify(file));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
