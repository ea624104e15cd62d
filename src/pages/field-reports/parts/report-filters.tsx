import type { CommuneIndex } from '#forms';
import { useLanguage, useTexts } from '#ui/texts';
import { listTexts } from '../list-texts';
import type { Categories } from '../use-categories';

/** What is shown: everything in it is in the address. */
export interface Filters {
  commune: string | undefined;
  category: string | undefined;
  /** True: still to be done; false: done. */
  open: boolean | undefined;
}

interface ReportFiltersProps {
  filters: Filters;
  communes: CommuneIndex | undefined;
  categories: Categories | undefined;
  onChange: (filters: Filters) => void;
}

/** The phone's own lists: quick on a cheap phone, and known to everyone. */
export function ReportFilters({ filters, communes, categories, onChange }: ReportFiltersProps) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const word = (name: string): string => (language === 'en' ? (categories?.english[name] ?? name) : name);
  const given = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <div className="filters">
      <select
        aria-label={t.commune}
        value={filters.commune ?? ''}
        onChange={(event) => onChange({ ...filters, commune: given(event.target.value) })}
      >
        <option value="">{t.everyCommune}</option>
        {communes?.entries.map(({ commune }) => (
          <option key={commune.code} value={commune.code} lang="vi">
            {commune.name}
          </option>
        ))}
      </select>
      <select
        aria-label={t.category}
        value={filters.category ?? ''}
        onChange={(event) => onChange({ ...filters, category: given(event.target.value) })}
      >
        <option value="">{t.everyCategory}</option>
        {categories?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {word(name)}
          </option>
        ))}
      </select>
      <select
        aria-label={t.state}
        value={filters.open === undefined ? '' : filters.open ? 'mo' : 'xong'}
        onChange={(event) =>
          onChange({ ...filters, open: event.target.value === '' ? undefined : event.target.value === 'mo' })
        }
      >
        <option value="">{t.everyState}</option>
        <option value="mo">{t.open}</option>
        <option value="xong">{t.closed}</option>
      </select>
    </div>
  );
}
