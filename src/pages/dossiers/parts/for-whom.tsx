import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { subjectPage, type FormDefinition } from '@dvc/contract/forms';
import { useOperation } from '#api';
import { paths } from '#nav';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { personIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { actingTexts } from '../acting-texts';

const ME = 'me';

interface Chosen {
  /** Absent where the form knows no other person. */
  people: readonly Schemas['Delegation'][] | undefined;
  failed: boolean;
  /** Somebody was wished for and is still looked up: nothing is begun for the wrong person meanwhile. */
  looking: boolean;
  /** A delegation's id; undefined: the person themselves. */
  chosen: string | undefined;
  choose: (id: string | undefined) => void;
}

/** For whom a dossier is begun: asked only where a form can be about another person. */
export function useForWhom(form: FormDefinition | undefined, wished: string | undefined): Chosen {
  const asks = form !== undefined && subjectPage(form) !== undefined;
  const { data, error } = useOperation('listDelegations', {}, { enabled: asks });
  const [picked, choose] = useState(wished);
  const people = asks ? (data?.items ?? []) : undefined;
  // Whom one no longer acts for is not chosen, whatever the address says.
  const chosen = people?.find(({ id }) => id === picked)?.id;
  const looking = picked !== undefined && error === undefined && (form === undefined || (asks && data === undefined));
  return { people, looking, failed: asks && data === undefined && error !== undefined, chosen, choose };
}

interface ForWhomProps {
  procedureCode: string;
  forWhom: Chosen;
  onChoose: (id: string | undefined) => void;
}

/** "Nộp cho ai?", before anything is typed. */
export function ForWhom({ procedureCode, forWhom, onChoose }: ForWhomProps) {
  const t = useTexts(actingTexts);
  if (forWhom.people === undefined) return null;
  const people = forWhom.people.map(({ id, fullName, birthDate }) => ({
    value: id,
    label: fullName,
    hint: t.bornOn(birthDate.split('-').reverse().join('/')),
  }));
  return (
    <>
      <Field id="cho" label={t.forWhom} hint={t.forWhomHint} group>
        {(ties) => (
          <ChoiceGroup
            name={ties.id}
            ties={ties}
            oneColumn
            choices={[{ value: ME, label: t.forMe }, ...people]}
            value={forWhom.chosen ?? ME}
            onChange={(value) => {
              onChoose(value === ME ? undefined : value);
            }}
          />
        )}
      </Field>
      {forWhom.failed ? (
        <div className="mt-3">
          <Notice>{t.failed}</Notice>
        </div>
      ) : null}
      <div className="mt-3">
        <LinkButton look="second" size="small" icon={personIcon} to={paths.delegations({ them: procedureCode })}>
          {t.add}
        </LinkButton>
      </div>
    </>
  );
}
