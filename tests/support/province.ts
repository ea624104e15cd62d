import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FormDefinition } from '@dvc/contract/forms';
import { readProvince } from '../../tools/province-plugin.ts';

/** The province whose app was built: that of PROVINCE, else Tây Ninh. Journeys take its names from here. */
export const province = readProvince(process.env.PROVINCE ?? 'tay-ninh');

interface Commune {
  code: string;
  name: string;
  /** Its middle: latitude and longitude. */
  centroid: [number, number];
  former: readonly { name: string; part: 'full' | 'partial' }[];
}

const folder = new URL(`../../provinces/${province.id}/`, import.meta.url);

/** A file of the province's folder, as JSON; throws when there is none. */
export const readOfProvince = <File>(file: string): File =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as File;

/** A file a province need not have. */
export const mayHave = <File>(file: string): File | undefined =>
  existsSync(new URL(file, folder)) ? readOfProvince<File>(file) : undefined;

/** As people type who leave the diacritics out. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** What remains of "Phường Tân Ninh" when somebody types it. */
const bare = (name: string): string => withoutMarks(name.replace(/^(Phường|Xã|Đặc khu|Thị trấn) /, ''));

const communes = readOfProvince<readonly Commune[]>('communes.json');
const [first] = communes;
if (first === undefined) throw new Error(`provinces/${province.id} has no commune`);

/** A commune, and what is typed to find it. */
export interface PickedCommune {
  code: string;
  name: string;
  typed: string;
}

/** The first commune of the province, by the name it has now. */
export const someCommune: PickedCommune = { code: first.code, name: first.name, typed: bare(first.name) };

/** Where photos are taken and people stand: in the middle of that commune. */
export const someSpot = { lat: first.centroid[0], lng: first.centroid[1] };

/** One that is looked for by a name that is gone, which no commune has today. */
export const renamedCommune = ((): PickedCommune & { formerly: string } => {
  const today = communes.map(({ name }) => bare(name));
  for (const { code, name, former } of communes) {
    const gone = former.find((unit) => bare(unit.name).includes(' ') && !today.includes(bare(unit.name)));
    if (gone) return { code, name, formerly: gone.name, typed: bare(gone.name) };
  }
  throw new Error(`provinces/${province.id}: no commune has a former name`);
})();

/** A unit of before that lies in two communes now: whose name it is cannot be guessed. */
export const dividedUnit = ((): { name: string; typed: string; into: [PickedCommune, PickedCommune] } => {
  const names = communes.flatMap(({ name, former }) => [name, ...former.map((unit) => unit.name)]).map(bare);
  for (const { name, part } of communes.flatMap(({ former }) => former)) {
    const typed = bare(name);
    const [one, other, ...more] = communes
      .filter(({ former }) => former.some((unit) => unit.name === name))
      .map((commune) => ({ code: commune.code, name: commune.name, typed: bare(commune.name) }));
    if (part === 'full' || !typed.includes(' ') || one === undefined || other === undefined || more.length > 0)
      continue;
    // Twice among the names: as part of the one and of the other, and of nothing else.
    const isOnlyHere = names.filter((known) => known.includes(typed)).length === 2;
    if (isOnlyHere) return { name, typed, into: [one, other] };
  }
  throw new Error(`provinces/${province.id}: no unit of before was divided`);
})();

/** The authority of a commune. */
export const committeeOf = ({ name }: { name: string }): string =>
  `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`;

interface ProcedureFile {
  guide: { shortName: string };
  form: FormDefinition;
}

/** One of the province's procedures, as its file has it. */
export const procedureOf = (code: string): ProcedureFile => readOfProvince<ProcedureFile>(`procedures/${code}.json`);

/** The form of one of the province's procedures. */
export const formOf = (code: string): FormDefinition => procedureOf(code).form;

/** A procedure that one may ask for in the name of somebody else; not every province need have one. */
export const procedureForAnother = readdirSync(new URL('procedures/', folder))
  .map((file) => ({ code: file.replace('.json', ''), ...procedureOf(file.replace('.json', '')) }))
  .find(({ form }) => form.pages.some(({ about }) => about === 'subject'));
