import { lazy, Suspense, useState } from 'react';
import { callOperation, isAppError, useOperation } from '#api';
import { CommunePicker, useCommunes } from '#forms';
import { useOnline } from '#offline';
import { askForPlace, readAccessToken } from '#zalo';
import { Button } from '#ui/button';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { mapIcon, placeIcon } from '#ui/icons';
import { TextInput } from '#ui/input';
import { Notice } from '#ui/notice';
import { Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';
import type { ReportPlace } from '../report-content';
import { changeUnfinished, useUnfinished } from '../unfinished-report';

// The map is fetched when somebody wants it, never on the way to the form.
const PinMap = lazy(() => import('./pin-map').then(({ PinMap: Found }) => ({ default: Found })));

/** Where it is: by Zalo, by the photo, by a point on the map, or in words. */
export function PlaceField({ error }: { error: string | undefined }) {
  const t = useTexts(formTexts);
  const { place } = useUnfinished();
  const online = useOnline();
  const [finding, setFinding] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [pinning, setPinning] = useState(false);
  const set = (part: Partial<ReportPlace>): void => {
    changeUnfinished({ place: { ...place, ...part } });
  };

  const findMe = async (): Promise<void> => {
    setFinding(true);
    setTrouble(undefined);
    try {
      const { answer: locationToken, refused } = await askForPlace();
      if (refused !== undefined) setTrouble(t.placeRefused);
      else {
        const accessToken = await readAccessToken();
        const { point } = await callOperation('decodePlace', { body: { accessToken, locationToken } });
        set({ source: 'zalo', point, communeCode: undefined });
      }
    } catch (failure) {
      if (!isAppError(failure)) throw failure;
      setTrouble(t.placeFailed);
    } finally {
      setFinding(false);
    }
  };

  return (
    <Field group id="place" label={t.where} {...(error === undefined ? {} : { error })}>
      {() => (
        <>
          <div role="status">
            {place.point === undefined ? null : (
              <Notice tone="ok" icon={placeIcon} title={t.placeFrom[place.source]}>
                {t.placeMore}
              </Notice>
            )}
            {trouble === undefined ? null : <Notice>{trouble}</Notice>}
          </div>
          <div className="mt-2 flex flex-wrap gap-2">
            {online ? (
              <Button look="second" size="small" icon={placeIcon} busy={finding} onClick={() => void findMe()}>
                {finding ? t.finding : t.myPlace}
              </Button>
            ) : null}
            <Button
              look="text"
              size="small"
              icon={mapIcon}
              onClick={() => {
                setPinning(true);
              }}
            >
              {t.onMap}
            </Button>
            {place.point === undefined ? null : (
              <Button
                look="text"
                size="small"
                onClick={() => {
                  set({ source: 'words', point: undefined, communeCode: undefined });
                }}
              >
                {t.placeForget}
              </Button>
            )}
          </div>
          {pinning ? (
            <Suspense fallback={<Loading label={t.mapLoading} rows={1} />}>
              <PinMap
                start={place.point}
                onPin={(point) => {
                  set({ source: 'pin', point, communeCode: undefined });
                  setPinning(false);
                }}
                onCancel={() => {
                  setPinning(false);
                }}
              />
            </Suspense>
          ) : null}
          <Field label={t.near} hint={t.nearHint} optional={place.point !== undefined}>
            {(ties) => (
              <TextInput
                {...ties}
                maxLength={200}
                value={place.words ?? ''}
                onChange={(event) => {
                  set({ words: event.target.value });
                }}
              />
            )}
          </Field>
          <CommuneOfPlace place={place} onChange={(communeCode) => set({ communeCode })} />
        </>
      )}
    </Field>
  );
}

const other = 'khac';

interface CommuneOfPlaceProps {
  place: ReportPlace;
  onChange: (code: string | undefined) => void;
}

/** The commune: those the point may lie in to choose from, else by its new or former name. */
function CommuneOfPlace({ place, onChange }: CommuneOfPlaceProps) {
  const t = useTexts(formTexts);
  const { point, communeCode } = place;
  const { index } = useCommunes();
  const [elsewhere, setElsewhere] = useState(false);
  const query = point ?? { lat: 0, lng: 0 };
  const near = useOperation('findCommunesAt', { query }, { enabled: point !== undefined }).data?.items ?? [];
  if (point !== undefined && near.length > 0 && !elsewhere) {
    return (
      <Field group label={t.communeNear} optional>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            oneColumn
            value={communeCode}
            choices={[
              ...near.map(({ code, name }) => ({ value: code, label: name })),
              { value: other, label: t.otherCommune },
            ]}
            onChange={(code) => {
              setElsewhere(code === other);
              onChange(code === other ? undefined : code);
            }}
          />
        )}
      </Field>
    );
  }
  if (index === undefined) return null;
  return (
    <Field label={t.commune} hint={t.communeHint} optional>
      {(ties) => (
        <CommunePicker
          ties={ties}
          communes={index}
          inside
          value={communeCode ?? ''}
          onChange={(code) => onChange(code === '' ? undefined : code)}
        />
      )}
    </Field>
  );
}
