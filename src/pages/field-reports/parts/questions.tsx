import { useEffect } from 'react';
import { formOfCategory } from '@dvc/contract';
import { emptyAnswers, formIn, type Answers, type FormDefinition } from '@dvc/contract/forms';
import { FormPageView, noCommunes, useAnswers, useFilling } from '#forms';
import { useLanguage } from '#ui/texts';
import type { ReportCategory } from '../report-content';
import { changeUnfinished, useUnfinished } from '../unfinished-report';
import type { Categories } from '../use-categories';

/** The questions as the form around them sees them. */
export interface AskedQuestions {
  /** True when the person may go on; else what is wrong is shown. */
  check: () => boolean;
  answers: () => Answers;
}

interface QuestionsProps {
  category: ReportCategory;
  categories: Categories;
  /** Called with the questions while they are shown, and with nothing when they are not. */
  onAsk: (questions: AskedQuestions | undefined) => void;
}

/** A category's own questions. */
export function Questions({ category, categories, onAsk }: QuestionsProps) {
  const form = formIn(formOfCategory(category, categories.version, categories.english), useLanguage());
  const [page] = form.pages;
  return page === undefined ? null : <Asked form={form} page={page} onAsk={onAsk} />;
}

interface AskedProps {
  form: FormDefinition;
  page: FormDefinition['pages'][number];
  onAsk: QuestionsProps['onAsk'];
}

function Asked({ form, page, onAsk }: AskedProps) {
  const { answers: written } = useUnfinished();
  const filling = useFilling({
    ...{ form, communes: noCommunes, prefilled: [] },
    answers: { ...emptyAnswers(form), ...written },
  });
  const answers = useAnswers(filling);
  useEffect(() => {
    onAsk({ check: () => filling.check(page), answers: filling.answers });
    return () => {
      onAsk(undefined);
    };
  }, [onAsk, filling, page]);
  const text = JSON.stringify(answers);
  useEffect(() => {
    changeUnfinished({ answers: JSON.parse(text) as Answers });
  }, [text]);
  return <FormPageView filling={filling} page={page} />;
}
