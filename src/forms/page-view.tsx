import { Fragment } from 'react';
import { reachablePages, type FormPage } from '@dvc/contract/forms';
import { ErrorSummary } from '#ui/error-summary';
import { FieldView } from './field-view';
import { FillingContext, useAnswers, type Filling } from './filling';
import { SameAgain } from './same-again';
import { sameAgain } from './same-again-fields';

interface FormPageViewProps {
  filling: Filling;
  page: FormPage;
  /** The screen has more to correct than fields, and gives the whole summary itself. */
  summed?: boolean;
}

/** One page of a form: the summary of what must be corrected, then its shown fields. The screen gives title and foot. */
export function FormPageView({ filling, page, summed = false }: FormPageViewProps) {
  const answers = useAnswers(filling);
  const fields = reachablePages(filling.form, answers).find((one) => one.page.id === page.id)?.fields ?? [];
  const again = sameAgain(filling.form, fields, answers);
  // Going back, or by a link, one arrives from a page whose faults are not mended yet: they are said there.
  const faults = filling.faults.filter(({ path }) => page.fields.some(({ id }) => path.split('.')[0] === id));
  return (
    <FillingContext.Provider value={{ filling, page }}>
      {faults.length === 0 || summed ? null : (
        <ErrorSummary attempt={filling.attempt} lines={faults.map(({ path, text }) => ({ fieldId: path, text }))} />
      )}
      {fields.map((field) => (
        <Fragment key={field.id}>
          {field === again[0] ? <SameAgain fields={again} /> : null}
          <FieldView field={field} />
        </Fragment>
      ))}
    </FillingContext.Provider>
  );
}
