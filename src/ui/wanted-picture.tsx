import { useState, type ImgHTMLAttributes } from 'react';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { cameraIcon } from './more-icons';
import { usePreferences } from './preferences';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: { show: 'Xem ảnh' },
  en: { show: 'Show the picture' },
});

type Picture = Omit<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'alt' | 'loading'> & { src: string; alt: string };

/** A large picture; with data saving on its place says what it shows, and it is fetched when it is tapped. */
export function WantedPicture({ alt, ...picture }: Picture) {
  const t = useTexts(texts);
  const { dataSaving } = usePreferences();
  const [wanted, setWanted] = useState(false);
  if (!dataSaving || wanted) return <img {...picture} alt={alt} loading="lazy" />;
  return (
    <span className="card block">
      <span className="mb-2 block">{alt}</span>
      <Button
        look="second"
        size="small"
        icon={cameraIcon}
        aria-label={`${t.show}: ${alt}`}
        onClick={() => setWanted(true)}
      >
        {t.show}
      </Button>
    </span>
  );
}
