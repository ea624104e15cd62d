import { readFile } from 'node:fs/promises';
import { readDefinition } from '@dvc/contract/definitions';
import type { FormDefinition } from '@dvc/contract/forms';
import { FORM_CODE } from './store-rows.ts';

/** The answers that what is public is made of; a form without one of them could not be approved. */
const NEEDED = ['storeName', 'kind', 'goods', 'address', 'publicPhone', 'bank', 'accountNumber', 'accountName'];

/** Reads the form shops are registered with. Throws with file, place and reason: a server must not start with half. */
export async function readStoreForm(province: URL): Promise<FormDefinition> {
  const refuseForm = (fault: string): never => {
    throw new Error(`stores/form.json: ${fault}`);
  };
  const read = readDefinition(JSON.parse(await readFile(new URL('stores/form.json', province), 'utf8')));
  if ('fault' in read) return refuseForm(read.fault);
  const { form } = read;
  if (form.procedureCode !== FORM_CODE) refuseForm(`$.procedureCode: must be ${FORM_CODE}`);
  const fields = new Set(form.pages.flatMap((page) => page.fields).map(({ id }) => id));
  for (const id of NEEDED) if (!fields.has(id)) refuseForm(`$.pages: no field ${id}`);
  for (const list of ['kinds', 'banks']) if (form.lists[list] === undefined) refuseForm(`$.lists: no list ${list}`);
  return form;
}
