import { useMemo } from 'react';
import { refreshAnswers, useAct, type AppError } from '#api';
import { FormPageView, useLittleForm } from '#forms';
import { Button } from '#ui/button';
import { searchIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { findPage } from '../find-page';
import { texts } from '../texts';

/** Code and birth date of a child; what is found is remembered on the server. */
export function AddChild({ onFound, back }: { onFound: () => void; back?: () => void }) {
  const t = useTexts(texts);
  const { run, busy, error } = useAct('followStudent');
  const page = useMemo(() => findPage(t), [t]);
  const { filling, text } = useLittleForm(page);

  const find = async (): Promise<void> => {
    if (!filling.check(page)) return;
    const found = await run({ body: { studentCode: text('studentCode'), birthDate: text('birthDate') } });
    if (found === undefined) return;
    refreshAnswers('listStudents');
    onFound();
  };
  return (
    <Screen
      title={t.addTitle}
      lead={t.addLead}
      {...(back === undefined ? {} : { back })}
      foot={
        <Button icon={searchIcon} busy={busy} onClick={() => void find()}>
          {busy ? t.finding : t.find}
        </Button>
      }
    >
      <FormPageView filling={filling} page={page} />
      {error === undefined ? null : (
        <div className="mt-4">
          <NotFound error={error} />
        </div>
      )}
    </Screen>
  );
}

function NotFound({ error }: { error: AppError }) {
  const t = useTexts(texts);
  const [told] = error.fields;
  if (error.kind === 'missing')
    return (
      <Notice tone="bad" role="alert" title={t.notFound}>
        {t.notFoundMore}
      </Notice>
    );
  if (told === undefined) return <FailedAct error={error} />;
  return (
    <Notice tone="bad" role="alert">
      {told.message}
    </Notice>
  );
}
