import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { dateInVietnam } from '@dvc/contract';
import {
  checkPage,
  faultWords,
  type Answers,
  type FieldFault,
  type FormDefinition,
  type FormPage,
  type RuleContext,
} from '@dvc/contract/forms';
import { now } from '#lib/clock';
import { useLanguage } from '#ui/texts';
import type { CommuneIndex } from './communes';
import { settlePrefilledAddresses } from './prefilled-address';
import { afterChange, type ShownFault } from './shown-faults';

/** A form being filled: values live in react-hook-form, faults here, so that those of rules and server look alike. */
export interface Filling {
  form: FormDefinition;
  communes: CommuneIndex;
  methods: UseFormReturn;
  /** Fields the server filled from the provincial ID or the account. */
  prefilled: readonly string[];
  faults: readonly ShownFault[];
  /** Grows with each check that found something: the error summary takes focus again. */
  attempt: number;
  context: RuleContext;
  answers: () => Answers;
  /** Puts other answers in the place of all there are. */
  replace: (answers: Answers) => void;
  /** Checks what is shown of a page; true when the person may go on. From then on corrected fields are checked live. */
  check: (page: FormPage) => boolean;
  /** Shows faults found elsewhere: by the server, or by a check of the whole form. */
  show: (faults: readonly ShownFault[]) => void;
  changed: (page: FormPage, path: string) => void;
}

interface FillingParts {
  form: FormDefinition;
  communes: CommuneIndex;
  answers: Answers;
  prefilled: readonly string[];
}

export function useFilling({ form, communes, answers, prefilled }: FillingParts): Filling {
  const language = useLanguage();
  const [first] = useState(() => settlePrefilledAddresses({ form, answers, prefilled, communes }));
  const methods = useForm({ defaultValues: first, shouldUnregister: false });
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const context = useMemo<RuleContext>(
    () => ({ today: dateInVietnam(now()), isCommune: (code) => communes.nameOf(code) !== undefined }),
    [communes],
  );
  const inWords = useCallback(
    (found: readonly FieldFault[]): ShownFault[] =>
      found.map((fault) => ({ path: fault.path, code: fault.code, text: faultWords(fault, language) })),
    [language],
  );
  const read = useCallback((): Answers => methods.getValues(), [methods]);

  const show = useCallback((found: readonly ShownFault[]) => {
    setFaults(found);
    if (found.length > 0) setAttempt((count) => count + 1);
  }, []);
  const check = useCallback(
    (page: FormPage): boolean => {
      const found = checkPage(form, page, read(), context);
      show(inWords(found));
      return found.length === 0;
    },
    [form, read, context, show, inWords],
  );
  const changed = useCallback(
    (page: FormPage, path: string) => {
      setFaults((shown) => {
        if (shown.length === 0) return shown;
        return afterChange(shown, inWords(checkPage(form, page, read(), context)), path);
      });
    },
    [form, read, context, inWords],
  );
  const replace = useCallback(
    (other: Answers) => {
      methods.reset(other);
      setFaults([]);
    },
    [methods],
  );
  return useMemo(
    () => ({
      ...{ form, communes, methods, prefilled, faults, attempt, context },
      ...{ answers: read, check, show, changed, replace },
    }),
    [form, communes, methods, prefilled, faults, attempt, context, read, check, show, changed, replace],
  );
}

/** The answers as they change. */
export function useAnswers({ methods }: Filling): Answers {
  return useWatch({ control: methods.control });
}

interface OnPage {
  filling: Filling;
  page: FormPage;
}

export const FillingContext = createContext<OnPage | undefined>(undefined);

/** The form and page a field is drawn in. */
export function usePageFilling(): OnPage {
  const here = useContext(FillingContext);
  if (here === undefined) throw new Error('A field stands outside its page');
  return here;
}

/** The fault shown at a path, if any. */
export function useFault(path: string): ShownFault | undefined {
  return usePageFilling().filling.faults.find((fault) => fault.path === path);
}
