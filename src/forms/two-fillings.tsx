import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { TwoVersions } from '#ui/two-versions';
import { useLanguage } from '#ui/texts';
import { answersInWords } from './answers-in-words';
import type { CommuneIndex } from './communes';

/** What somebody wrote, and the form they wrote it in. */
interface Version {
  form: FormDefinition;
  answers: Answers;
}

interface TwoFillingsProps {
  mine: Version;
  theirs: Version;
  communes: CommuneIndex;
  onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of one filled form, to choose from. */
export function TwoFillings({ mine, theirs, communes, onSettle }: TwoFillingsProps) {
  const language = useLanguage();
  const read = ({ form, answers }: Version): Map<string, { label: string; value: string }> =>
    new Map(
      answersInWords(answers, { form, communes, language }).flatMap(({ title, lines }) =>
        lines.map(({ path, label, value }) => [path, { label: `${title}: ${label}`, value }]),
      ),
    );
  const here = read(mine);
  const there = read(theirs);
  const said = [...new Map([...there, ...here])].map(([path, { label }]) => {
    return { path, label, mine: here.get(path)?.value, theirs: there.get(path)?.value };
  });
  return <TwoVersions said={said} onSettle={onSettle} />;
}
