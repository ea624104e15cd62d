import type { ReactNode } from 'react';
import { Icon } from './icon';
import { alertIcon, clockIcon, hourglassIcon, offlineIcon, okCircleIcon, uploadIcon } from './icons';
import { Meter } from './meter';

const faces = {
  busy: hourglassIcon,
  wait: clockIcon,
  send: uploadIcon,
  done: okCircleIcon,
  alert: alertIcon,
  offline: offlineIcon,
};

interface FileLineProps {
  name: string;
  told: {
    tone: '' | 'ok' | 'bad' | 'go';
    face: keyof typeof faces;
    words: string;
    more?: string | undefined;
    size: string;
    sent?: { percent: number; words: string };
  };
  /** Where a small picture of it can be drawn from. */
  picture: string | undefined;
  /** What can be done with it. */
  children: ReactNode;
}

/** One file and how it is doing, in words and, while it is sent, as a bar. */
export function FileLine({ name, told, picture, children }: FileLineProps) {
  const { tone, face, words, more, size, sent } = told;
  const wrong = tone === 'bad';
  return (
    <li className={wrong ? 'file is-wrong' : 'file'}>
      <div className="head">
        {picture === undefined ? null : (
          // Its words stand beside it. What this phone cannot draw is left out.
          <img
            src={picture}
            alt=""
            decoding="async"
            className="h-16 w-16 flex-none rounded-sm object-cover"
            onError={({ currentTarget }) => {
              currentTarget.hidden = true;
            }}
          />
        )}
        <h3 className="min-w-0 break-words">{name}</h3>
        <span className="sub nw num">{size}</span>
      </div>
      <p className={`st ${tone}`} role={wrong ? 'alert' : undefined}>
        <Icon of={faces[face]} small />
        <span>{words}</span>
      </p>
      {more === undefined ? null : <p className="sub mt-1">{more}</p>}
      {sent === undefined ? null : <Meter percent={sent.percent} label={sent.words} />}
      {children}
    </li>
  );
}
