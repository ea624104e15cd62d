import { useOperation } from '#api';
import { levelOf, useIdentity } from '#auth';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { useTexts } from '#ui/texts';
import { askTexts } from '../ask-texts';

interface ChooseDossierProps {
  value: string | null;
  error: string | undefined;
  onChange: (dossierId: string | null) => void;
}

const none = 'none';

/** Which of their dossiers a verified citizen asks about; nobody else is asked. */
export function ChooseDossier({ value, error, onChange }: ChooseDossierProps) {
  const t = useTexts(askTexts);
  const isCitizen = levelOf(useIdentity()) === 2;
  const { data } = useOperation('listDossiers', { query: { limit: 5 } }, { enabled: isCitizen });
  // The dossier whose screen led here may be an older one.
  const isListed = value === null || data?.items.some(({ id }) => id === value) !== false;
  const older = useOperation(
    'readDossier',
    { params: { dossierId: value ?? '' } },
    { enabled: isCitizen && !isListed },
  ).data;
  if (!isCitizen || data === undefined || data.items.length === 0) return null;
  const dossiers = older === undefined || isListed ? data.items : [older, ...data.items];
  return (
    <Field group label={t.dossier} optional {...(error === undefined ? {} : { error })}>
      {(ties) => (
        <ChoiceGroup
          ties={ties}
          oneColumn
          value={value ?? none}
          onChange={(chosen) => {
            onChange(chosen === none ? null : chosen);
          }}
          choices={[
            { value: none, label: t.noDossier },
            ...dossiers.map(({ id, procedureName, code }) => ({
              value: id,
              label: procedureName,
              lang: 'vi' as const,
              hint: code,
            })),
          ]}
        />
      )}
    </Field>
  );
}
