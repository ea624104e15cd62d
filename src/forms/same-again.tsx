import { isAddress, own, type Field } from '@dvc/contract/forms';
import { Button } from '#ui/button';
import { focusField } from '#ui/error-summary';
import { useTexts } from '#ui/texts';
import { useAnswers, usePageFilling } from './filling';
import { texts } from './texts';

/** Nobody writes the same thing twice: one tap takes over what was written before. It stays to be corrected. */
export function SameAgain({ fields }: { fields: readonly Field[] }) {
  const t = useTexts(texts);
  const { filling, page } = usePageFilling();
  const answers = useAnswers(filling);
  const asked = filling.form.pages.flatMap((one) => one.fields);
  const sources = fields.map(({ sameAs }) => asked.find(({ id }) => id === sameAs?.field)?.label ?? '');
  const takeOver = (): void => {
    for (const { id, sameAs } of fields) {
      if (sameAs === undefined) continue;
      const answer = own(answers, sameAs.field);
      // One that is written over later must not write over the other.
      filling.methods.setValue(id, isAddress(answer) ? { ...answer } : answer, { shouldDirty: true });
      filling.changed(page, id);
    }
    // What was tapped is gone; who listens goes on where it was.
    const [first] = fields;
    if (first !== undefined) setTimeout(() => focusField(first.id));
  };
  return (
    <div className="field">
      <p className="hint">{t.sameAgain(sources.join('; '))}</p>
      <div className="mt-2">
        <Button look="second" onClick={takeOver}>
          {t.takeOver}
        </Button>
      </div>
    </div>
  );
}
