import { useEffect, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { Button } from '#ui/button';
import { crossIcon, speakIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { spokenPieces } from '../spoken';
import { texts } from '../texts';

/** The phone's own voice, where it has one; `undefined` in web views that lend none. */
const speaker = (): SpeechSynthesis | undefined => ('speechSynthesis' in window ? window.speechSynthesis : undefined);

const vietnameseVoice = (): SpeechSynthesisVoice | undefined =>
  speaker()
    ?.getVoices()
    .find(({ lang }) => /^vi([-_]|$)/i.test(lang));

/** Many phones know their voices only a moment after they were first asked. */
function useVoice(): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState(vietnameseVoice);
  useEffect(() => {
    const from = speaker();
    if (from === undefined) return;
    const look = (): void => setVoice(vietnameseVoice());
    look();
    from.addEventListener('voiceschanged', look);
    return () => from.removeEventListener('voiceschanged', look);
  }, []);
  return voice;
}

/** Reads the article aloud where the phone has a Vietnamese voice; elsewhere there is no button that could disappoint. */
export function ReadAloud({ article }: { article: Schemas['Article'] }) {
  const t = useTexts(texts);
  const voice = useVoice();
  const [state, setState] = useState<'silent' | 'reading' | 'failed'>('silent');
  // Whoever leaves the article has heard enough.
  useEffect(() => () => speaker()?.cancel(), []);
  const from = speaker();
  if (voice === undefined || from === undefined) return null;

  const read = (): void => {
    from.cancel();
    setState('reading');
    const pieces = spokenPieces(article).map((piece) => {
      const saying = new SpeechSynthesisUtterance(piece);
      saying.voice = voice;
      saying.lang = voice.lang;
      saying.addEventListener('error', ({ error }) => {
        if (error === 'canceled' || error === 'interrupted') return;
        from.cancel();
        setState('failed');
      });
      return saying;
    });
    pieces.at(-1)?.addEventListener('end', () => setState('silent'));
    for (const piece of pieces) from.speak(piece);
  };
  const stop = (): void => {
    from.cancel();
    setState('silent');
  };
  const reading = state === 'reading';
  return (
    <div className="mt-3 grid gap-3">
      <Button look="second" size="fit" icon={reading ? crossIcon : speakIcon} onClick={reading ? stop : read}>
        {reading ? t.stopReading : t.readAloud}
      </Button>
      {state === 'failed' ? (
        <Notice tone="bad" role="alert">
          {t.readingFailed}
        </Notice>
      ) : null}
    </div>
  );
}
