import { useCallback, useRef, useState } from 'react';
import { callOperation } from '#api';
import { outbox, useOnline, type OutboxItem } from '#offline';
import { now } from '#lib/clock';
import { withTimeLimit } from '#lib/time-limit';
import { Button } from '#ui/button';
import { CheckBox } from '#ui/check';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { phoneIcon } from '#ui/icons';
import { TextArea } from '#ui/input';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';
import { reportKind } from '../report-delivery';
import { missingIn, placeToSend, type Missing, type ReportContent } from '../report-content';
import { changeUnfinished, useUnfinished } from '../unfinished-report';
import { useCategories } from '../use-categories';
import { CategoryField } from './category-field';
import { Questions, type AskedQuestions } from './questions';
import { NearbyView, type NearbyReport } from './nearby-view';
import { OfflineNotice } from './offline-notice';
import { PhotoField } from './photo-field';
import { PlaceField } from './place-field';

/** Nobody waits longer than this to learn that others have reported the same. */
const nearbyMs = 5_000;
const tooSlow = (): Error => new Error('nearby took too long');

interface ReportFormProps {
  /** It was begun before the app was closed. */
  found: boolean;
  onStartAnew: () => void;
  onHandedIn: (item: OutboxItem) => void;
}

/** One page: photo, place, what, words. Works without a network; then it is kept, and sends itself later. */
export function ReportForm({ found, onStartAnew, onHandedIn }: ReportFormProps) {
  const t = useTexts(formTexts);
  const report = useUnfinished();
  const online = useOnline();
  const categories = useCategories();
  const questions = useRef<AskedQuestions>();
  const ask = useCallback((shown: AskedQuestions | undefined) => {
    questions.current = shown;
  }, []);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [nearby, setNearby] = useState<readonly NearbyReport[]>();
  const category = categories.data?.items.find(({ id }) => id === report.category);
  const { place, words, hideName, pictures } = report;

  const handIn = async (): Promise<void> => {
    if (category === undefined || categories.data === undefined) return;
    setBusy(true);
    const content: ReportContent = {
      ...{ category: category.id, formVersion: categories.data.version, answers: questions.current?.answers() ?? {} },
      ...{ words: words.trim(), place: placeToSend(place), hideName, writtenAt: now().toISOString(), sent: {} },
    };
    const item = await outbox.add(reportKind, { content, files: pictures.map(({ file }) => file) });
    setBusy(false);
    onHandedIn(item);
  };

  const findNearby = async (): Promise<readonly NearbyReport[]> => {
    const { point } = place;
    if (!online || point === undefined || category === undefined || category.duplicateMetres === 0) return [];
    const query = { ...point, category: category.id };
    try {
      return (await withTimeLimit(callOperation('findReportsNearby', { query }), nearbyMs, tooSlow)).items;
    } catch {
      // It would have spared somebody a report; sending must not depend on it.
      return [];
    }
  };

  const send = async (): Promise<void> => {
    const found = missingIn({ photos: pictures.length, category: category?.id, place, words });
    setMissing(found);
    setAttempt((count) => count + 1);
    const answered = questions.current?.check() ?? true;
    if (found.length > 0 || !answered || report.preparing > 0) return;
    setBusy(true);
    const same = await findNearby();
    setBusy(false);
    if (same.length > 0) setNearby(same);
    else await handIn();
  };

  if (nearby !== undefined) {
    return (
      <NearbyView
        reports={nearby}
        busy={busy}
        onBack={() => {
          setNearby(undefined);
        }}
        onSend={() => void handIn()}
      />
    );
  }
  const faultOf = (what: Missing): string | undefined => (missing.includes(what) ? t.missing[what] : undefined);
  return (
    <Screen
      title={t.title}
      foot={
        <Button busy={busy} onClick={() => void send()}>
          {busy ? t.sending : online ? t.send : t.keep}
        </Button>
      }
    >
      <OfflineNotice />
      {found ? (
        <div className="mt-3">
          <Notice role="status" title={t.foundTitle}>
            <p>{t.found}</p>
            <Button look="second" size="small" onClick={onStartAnew}>
              {t.startAnew}
            </Button>
          </Notice>
        </div>
      ) : null}
      {missing.length === 0 ? null : (
        <ErrorSummary attempt={attempt} lines={missing.map((what) => ({ fieldId: what, text: t.missing[what] }))} />
      )}
      <PhotoField error={faultOf('picture-or-words')} />
      <PlaceField error={faultOf('place')} />
      <CategoryField error={faultOf('category')} categories={categories} />
      {category === undefined || categories.data === undefined ? null : (
        <Questions key={category.id} category={category} categories={categories.data} onAsk={ask} />
      )}
      <Field label={t.words} hint={t.wordsHint} optional={pictures.length > 0}>
        {(ties) => (
          <TextArea
            {...ties}
            maxLength={2000}
            value={words}
            onChange={(event) => {
              changeUnfinished({ words: event.target.value });
            }}
          />
        )}
      </Field>
      <div className="mt-4">
        <CheckBox
          checked={hideName}
          onChange={(hidden) => {
            changeUnfinished({ hideName: hidden });
          }}
        >
          {t.hide}
        </CheckBox>
      </div>
      <div className="mt-5">
        <Notice tone="bad" icon={phoneIcon} title={t.danger}>
          <div className="mt-2 flex flex-wrap gap-2">
            {/* Whoever wants the police must not get the ambulance. */}
            {([115, 113, 114] as const).map((number) => (
              <LinkButton key={number} look="second" size="small" to={`tel:${String(number)}`}>
                {t.dangers[number]}
              </LinkButton>
            ))}
          </div>
        </Notice>
      </div>
    </Screen>
  );
}
