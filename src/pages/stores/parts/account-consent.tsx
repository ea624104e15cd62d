import type { Schemas } from '@dvc/contract';
import { formIn, type FormDefinition } from '@dvc/contract/forms';
import { putAnswer, refreshAnswers, useAct } from '#api';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';

/** Whether everybody may see the account; changed with one tap, either way. What one agrees to is said before: the ledger keeps it. */
export function AccountConsent({ known }: { known: Schemas['StoreRegistration'] }) {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  const { accountShown, registration } = known;
  const { declaration } = formIn(known.form as unknown as FormDefinition, language);
  const agreed = declaration.find(({ id }) => id === 'showAccount')?.label;
  const change = useAct('showStoreAccount');
  const params = { storeId: registration.id };
  const turn = async (): Promise<void> => {
    const changed = await change.run({ params, body: { shown: !accountShown } });
    if (changed === undefined) return;
    putAnswer('readStoreRegistration', { params }, changed);
    refreshAnswers('readStore', 'listStores');
  };
  const isPublic = registration.state === 'approved';
  return (
    <Card title={t.account}>
      <p role="status">{accountShown ? (isPublic ? t.accountShown : t.accountLater) : t.accountHidden}</p>
      {accountShown || agreed === undefined ? null : <p className="mt-2">{agreed}</p>}
      <div className="mt-3">
        <Button look="second" size="small" busy={change.busy} onClick={() => void turn()}>
          {change.busy ? t.changing : accountShown ? t.hide : t.show}
        </Button>
      </div>
      {change.error === undefined ? null : <FailedAct error={change.error} />}
    </Card>
  );
}
