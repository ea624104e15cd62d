import { useEffect, useMemo, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { putAnswer, useAct, type OperationOutput } from '#api';
import { FormPageView, useAnswers, useLittleForm } from '#forms';
import { randomUuid } from '#lib/random';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { CheckBox } from '#ui/check';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { factsOf, personPage } from '../person-page';
import { texts } from '../texts';

type Relationship = Schemas['Delegation']['relationship'];

const isGuarded = (relationship: Relationship): boolean => relationship === 'child' || relationship === 'ward';

interface AddPersonProps {
  known: OperationOutput<'listDelegations'>;
  /** Where the person came from, and goes on when somebody is added. */
  procedureCode: string | undefined;
}

/** A person to act for: who they are, for how long, and the statement that is kept word by word. */
export function AddPerson({ known, procedureCode }: AddPersonProps) {
  const { consent } = known;
  const t = useTexts(texts);
  const language = useLanguage();
  const go = useGo();
  const create = useAct('createDelegation');
  const page = useMemo(() => personPage(t), [t]);
  const { filling, text } = useLittleForm(page);
  const answers = useAnswers(filling);
  const [tickedFor, setTickedFor] = useState('');
  const [isMissing, setMissing] = useState(false);
  // Chosen once for these facts: repeating after a lost answer adds nobody twice.
  const attempt = useRef({ facts: '', id: '' });

  const relationship = answers['relationship'] as Relationship | undefined;
  const words = relationship === undefined ? undefined : consent[isGuarded(relationship) ? 'guardian' : 'adult'];
  // A tick is for the words it was set under.
  const isTicked = words !== undefined && tickedFor === words.vi;

  const { error } = create;
  const { show } = filling;
  useEffect(() => {
    const known = error?.fields.filter(({ path }) => page.fields.some(({ id }) => id === path)) ?? [];
    if (known.length > 0) show(known.map(({ path, message }) => ({ path, text: message })));
  }, [error, show, page]);
  const elsewhere = error?.fields.find(({ path }) => !page.fields.some(({ id }) => id === path));

  const save = async (): Promise<void> => {
    const isWhole = filling.check(page);
    setMissing(!isTicked);
    if (!isWhole || !isTicked) return;
    const facts = factsOf(text, consent.version);
    const written = JSON.stringify(facts);
    if (attempt.current.facts !== written) attempt.current = { facts: written, id: randomUuid() };
    const added = await create.run({ body: { id: attempt.current.id, ...facts } });
    if (added === undefined) return;
    // After a lost answer the list may have come meanwhile, with them in it.
    const others = known.items.filter(({ id }) => id !== added.id);
    putAnswer('listDelegations', {}, { ...known, items: [...others, added] });
    const back =
      procedureCode === undefined ? paths.delegations() : paths.submitDossier({ procedureCode, cho: added.id });
    go(back, { replace: true });
  };

  return (
    <Screen
      title={t.addTitle}
      lead={t.addLead}
      foot={
        <Button busy={create.busy} onClick={() => void save()}>
          {create.busy ? t.saving : t.save}
        </Button>
      }
    >
      <FormPageView filling={filling} page={page} />
      <fieldset className="mt-4">
        <legend className="font-semibold">{t.consentTitle}</legend>
        {words === undefined ? (
          <p className="sub mt-2">{t.consentFirst}</p>
        ) : (
          <CheckBox
            checked={isTicked}
            ties={{ id: 'consent', 'aria-invalid': isMissing && !isTicked ? true : undefined }}
            onChange={(checked) => {
              setTickedFor(checked ? words.vi : '');
            }}
          >
            {words[language]}
          </CheckBox>
        )}
      </fieldset>
      {isMissing && !isTicked ? (
        <div className="mt-3">
          <Notice tone="bad" role="alert">
            {t.consentMissing}
          </Notice>
        </div>
      ) : null}
      {error === undefined || (error.fields.length > 0 && elsewhere === undefined) ? null : (
        <div className="mt-3">
          {elsewhere === undefined ? (
            <FailedAct error={error} />
          ) : (
            <Notice tone="bad" role="alert">
              {elsewhere.message}
            </Notice>
          )}
        </div>
      )}
    </Screen>
  );
}
