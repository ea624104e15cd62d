import type { Schemas } from '@dvc/contract';
import { useTexts } from '#ui/texts';
import { WantedPicture } from '#ui/wanted-picture';
import { reportTexts } from '../report-texts';
import { photoAddress } from './report-row';

/** Before and after, as they were checked. */
export function ReportPhotos({ reportId, photos }: { reportId: string; photos: readonly Schemas['ReportPhoto'][] }) {
  const t = useTexts(reportTexts);
  return (
    <>
      {(['before', 'after'] as const).map((role) => {
        const shown = photos.filter((photo) => photo.role === role);
        if (shown.length === 0) return null;
        const title = role === 'before' ? t.before : t.after;
        return (
          <section className="sec" key={role}>
            <h2>{title}</h2>
            <ul className="grid gap-2">
              {shown.map(({ id, width, height }, index) => (
                <li key={id}>
                  <WantedPicture
                    className="big-ph"
                    src={photoAddress(reportId, id, 'large')}
                    alt={`${title}: ${t.photo(index + 1)}`}
                    width={width}
                    height={height}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
