import type { ReactNode } from 'react';
import type { FormPage } from '@dvc/contract/forms';
import { FormPageView, type Filling } from '#forms';
import type { SaveState } from '#offline';
import { Button } from '#ui/button';
import { SaveLine } from '#ui/save-line';
import { Screen } from '#ui/screen';
import { StepHead } from '#ui/step-head';
import { useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

/** Which step of how many. */
export interface Place {
  step: number;
  steps: number;
  /** Says whom it is for, where that is another person. */
  reminder?: string;
}

interface PageStepProps {
  filling: Filling;
  page: FormPage;
  place: Place;
  /** Stands below everything. */
  help: ReactNode;
  save: SaveState;
  /** Opened from the review, which it leads back to. */
  isEdit: boolean;
  /** Answers of an older form. */
  old: ReactNode;
  onNext: () => void;
}

/** One page of the form. The button is never disabled: pressed early, it leads to what is missing. */
export function PageStep({ filling, page, place, save, isEdit, help, old, onNext }: PageStepProps) {
  const t = useTexts(submitTexts);
  return (
    <Screen
      title={page.title}
      heading={(h1) => <StepHead {...place}>{h1}</StepHead>}
      foot={
        <>
          <SaveLine save={save} />
          <Button
            onClick={() => {
              if (filling.check(page)) onNext();
            }}
          >
            {isEdit ? t.backToReview : t.next}
          </Button>
        </>
      }
    >
      {old}
      <FormPageView filling={filling} page={page} />
      {help}
    </Screen>
  );
}
