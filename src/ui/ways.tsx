import { useState } from 'react';
import { Button } from './button';
import { Notice } from './notice';

/** A way to reach somebody or something: a number to call, a page to open. */
export interface Way {
  icon: string;
  words: string;
  /** The one that most people want. */
  main?: boolean;
  act: () => Promise<void>;
  /** What is said when it came to nothing. */
  failed: string;
  /** Said under it where it may be wrong. */
  doubt?: string | undefined;
}

/** Ways, one button each; the last one that failed says so below them all. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  const [failed, setFailed] = useState<string>();
  return (
    <>
      {ways.map((way) => (
        <div key={way.words}>
          <Button
            look={way.main === true ? 'main' : 'second'}
            icon={way.icon}
            onClick={() => {
              setFailed(undefined);
              void way.act().catch(() => {
                setFailed(way.failed);
              });
            }}
          >
            {way.words}
          </Button>
          {way.doubt === undefined ? null : <p className="hint mt-1">{way.doubt}</p>}
        </div>
      ))}
      {failed === undefined ? null : (
        <Notice tone="bad" role="alert">
          {failed}
        </Notice>
      )}
    </>
  );
}
