import { useEffect, useMemo, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { formIn, type FormDefinition } from '@dvc/contract/forms';
import { problemOf, useOperation } from '#api';
import { useCommunes } from '#forms';
import { paths, useGo, usePlace } from '#nav';
import { forgetPlace } from '#offline';
import { Coming } from '#ui/coming';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { FillSupplement } from './parts/fill-supplement';
import { supplementTexts } from './supplement-texts';
import { texts } from './texts';

/** What an office asks of the citizen for one dossier: just that, in one list, sent once. */
export default function SupplementScreen() {
  const t = useTexts(supplementTexts);
  const common = useTexts(texts);
  const language = useLanguage();
  const go = useGo();
  const { params } = usePlace(paths.supplement);
  const reading = useOperation('readSupplement', { params: { dossierId: params.id } });
  // The first answer is what is filled on; later ones are only news of what was saved here.
  const [task, setTask] = useState<Schemas['SupplementTask']>();
  if (task === undefined && reading.data !== undefined) setTask(reading.data);
  const form = useMemo(
    () => (task === undefined ? undefined : formIn(task.form as unknown as FormDefinition, language)),
    [task, language],
  );
  const communes = useCommunes();
  const sentAs = problemOf(reading.error)?.dossierId;
  const missing = task === undefined && reading.error?.kind === 'missing';

  useEffect(() => {
    // Sent already, or the office went on: the dossier tells.
    if (sentAs !== undefined && task === undefined) go(paths.dossier({ id: sentAs }), { replace: true });
  }, [sentAs, task, go]);
  useEffect(() => {
    if (missing) forgetPlace();
  }, [missing]);

  if (task !== undefined && form !== undefined && communes.index !== undefined) {
    return <FillSupplement dossierId={params.id} task={task} form={form} communes={communes.index} />;
  }
  if (missing) {
    return (
      <Screen title={t.noneTitle} lead={t.noneMore}>
        <div className="mt-4">
          <LinkButton to={paths.dossiers()}>{common.toList}</LinkButton>
        </div>
      </Screen>
    );
  }
  const error = (task === undefined ? reading.error : undefined) ?? communes.error;
  const again = (): void => {
    reading.reload();
    communes.reload();
  };
  return (
    <Screen title={t.title} busy={error === undefined}>
      <Coming error={sentAs === undefined ? error : undefined} reload={again} label={t.opening} failed={t.openFailed} />
    </Screen>
  );
}
