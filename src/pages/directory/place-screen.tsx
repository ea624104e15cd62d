import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { Chip } from '#ui/chip';
import { clockIcon, linkIcon, placeIcon, warningIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { SavedCopy } from '#ui/more-pages';
import { Opening } from '#ui/opening';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { Ways, type Way } from '#ui/ways';
import { openInAppBrowser } from '#zalo';
import { callsTo } from './parts/calls';
import { texts } from './texts';
import { directionsTo } from './topic';
import { useOpenState } from './use-open-state';

type Place = Schemas['Place'];

/** One place: call, directions, hours, where it is known from. */
export default function PlaceScreen() {
  const t = useTexts(texts);
  const { id } = usePlace(paths.place).params;
  const { data: place, error, savedAt, reload } = useOperation('readPlace', { params: { placeId: id } });
  if (place === undefined) {
    const words = {
      ...{ opening: t.placeLooking, failed: t.placeFailed },
      ...{ missing: t.missing, missingMore: t.missingMore, toList: t.search },
    };
    return <Opening error={error} reload={reload} words={words} list={paths.search()} />;
  }
  return (
    <Screen title={place.name} eyebrow={t.kinds[place.kind]}>
      <SavedCopy at={savedAt} />
      <Actions place={place} />
      <Known place={place} />
    </Screen>
  );
}

function Actions({ place }: { place: Place }) {
  const t = useTexts(texts);
  const { phones, point, web } = place;
  const ways: Way[] = callsTo(phones, t).map((way, index) => ({ ...way, main: index === 0 }));
  if (point !== null) {
    const act = (): Promise<void> => openInAppBrowser(directionsTo(point));
    ways.push({ icon: placeIcon, words: t.directions, act, failed: t.directionsFailed });
  }
  if (web !== null) {
    ways.push({ icon: linkIcon, words: t.openWeb, act: () => openInAppBrowser(web), failed: t.webFailed });
  }
  return (
    <div className="mt-4 grid gap-3">
      <Ways ways={ways} />
    </div>
  );
}

function Known({ place }: { place: Place }) {
  const t = useTexts(texts);
  const openState = useOpenState()(place.hours);
  const { address, commune, hoursText, email, web, oldNames, note, source, confidence, topic } = place;
  const where = [address, commune?.name].filter((part) => typeof part === 'string').join(', ');
  const rows = [
    { label: t.address, value: where },
    { label: t.hours, value: hoursText ?? (topic === 'tourism' || topic === 'hotline' ? '' : t.hoursUnknown) },
    { label: t.email, value: email ?? '' },
    { label: t.web, value: web ?? '' },
    { label: t.oldNames, value: oldNames.join(', ') },
    { label: t.note, value: note ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <section className="sec">
      {openState === undefined ? null : (
        <p className="mb-3">
          <Chip tone={openState.tone} icon={clockIcon}>
            {openState.words}
          </Chip>
        </p>
      )}
      <KeyValues items={rows} />
      <p className="sub mt-3">{t.source(source)}</p>
      {confidence === 'L' ? (
        <p className="mt-2">
          <Chip icon={warningIcon}>{t.unconfirmed}</Chip>
        </p>
      ) : null}
    </section>
  );
}
