import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { elsewherePrefix, readElsewhere } from '@dvc/contract/forms';
import { province } from '#config';
import { Button } from '#ui/button';
import type { FieldTies } from '#ui/field';
import { Icon } from '#ui/icon';
import { placeIcon } from '#ui/icons';
import { TextInput } from '#ui/input';
import { useTexts } from '#ui/texts';
import { searchCommunes, splitFormer, type CommuneIndex, type CommuneMatch } from '../communes';
import { texts } from '../texts';

interface CommunePickerProps {
  ties: FieldTies;
  communes: CommuneIndex;
  /** A code, `ngoai:` and words, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** Only communes of the province. */
  inside?: boolean;
}

const MOST = 8;

/** One of the province's communes by new or former name, or a place elsewhere in the person's own words. */
export function CommunePicker(props: CommunePickerProps) {
  const { ties, value, onChange } = props;
  const t = useTexts(texts);
  const elsewhere = readElsewhere(value);
  if (elsewhere === undefined) return <Search {...props} />;
  return (
    <>
      <TextInput
        {...ties}
        aria-label={t.elsewhereLabel}
        value={value.slice(elsewherePrefix.length)}
        onChange={(event) => {
          onChange(elsewherePrefix + event.target.value);
        }}
      />
      <p className="hint">{t.elsewhereHint}</p>
      <Button
        look="text"
        size="small"
        onClick={() => {
          onChange('');
        }}
      >
        {t.backInside(province.name)}
      </Button>
    </>
  );
}

function Search({ ties, communes, value, onChange, inside = false }: CommunePickerProps) {
  const t = useTexts(texts);
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(-1);
  const matches = value === '' && typed !== undefined ? searchCommunes(communes, typed) : [];
  const shown = matches.slice(0, MOST);
  const searching = value === '' && (typed ?? '').trim() !== '';
  const former = splitFormer(matches);
  const input = useRef<HTMLInputElement>(null);
  const open = shown.length > 0;
  useEffect(() => {
    // The list would open behind the keyboard.
    if (open) input.current?.scrollIntoView({ block: 'start' });
  }, [open]);

  const choose = (match: CommuneMatch): void => {
    setTyped(undefined);
    setActive(-1);
    onChange(match.code);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (shown.length === 0) return;
    if (event.key === 'ArrowDown') setActive((at) => (at + 1) % shown.length);
    else if (event.key === 'ArrowUp') setActive((at) => (at <= 0 ? shown.length : at) - 1);
    else if (event.key === 'Enter' && shown[active] !== undefined) choose(shown[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        {...ties}
        ref={input}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${listId}-${String(active)}`}
        value={value === '' ? (typed ?? '') : (communes.nameOf(value) ?? '')}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
          if (value !== '') onChange('');
        }}
      />
      <p className="unseen" role="status">
        {searching ? (shown.length === 0 ? t.foundNone : t.found(matches.length)) : ''}
      </p>
      {searching && former !== undefined ? <p className="hint">{t.splitBetween(former.name, former.count)}</p> : null}
      {searching && shown.length === 0 ? <p className="hint">{t.foundNone}</p> : null}
      <ul
        className={shown.length === 0 ? '' : 'list mt-2'}
        role="listbox"
        id={listId}
        aria-label={t.communeOf(province.name)}
      >
        {shown.map((match, at) => (
          <li
            key={match.code}
            id={`${listId}-${String(at)}`}
            role="option"
            aria-selected={at === active}
            className={at === active ? 'row bg-brand-soft' : 'row'}
            onClick={() => {
              choose(match);
            }}
          >
            <Icon of={placeIcon} className="lead-ic" />
            <span className="grow">
              <span className="t">{match.name}</span>
              {match.former.map((unit) => (
                <span className="m" key={unit.name}>
                  {(unit.part === 'full' ? t.wholeOf : t.partOf)(
                    unit.name.charAt(0).toLowerCase() + unit.name.slice(1),
                  )}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {matches.length > MOST ? <p className="hint">{t.foundMore(matches.length - MOST)}</p> : null}
      {value === '' && !inside ? (
        <Button
          look="text"
          size="small"
          onClick={() => {
            onChange(elsewherePrefix);
          }}
        >
          {t.elsewhere}
        </Button>
      ) : null}
    </>
  );
}
