import type { AppError } from '#lib/app-error';
import { Coming } from './coming';
import { LinkButton } from './link-button';
import { Screen } from './screen';

interface OpeningProps {
  error: AppError | undefined;
  reload: () => void;
  words: {
    opening: string;
    failed: string;
    /** What is kept although it could not be read. */
    failedMore?: string;
    /** There is no such thing, or it is not this person's. */
    missing: string;
    missingMore: string;
    toList: string;
  };
  /** Where to look on when there is none. */
  list: string;
}

/** In the place of one thing: while it comes, when it could not be read, and when there is none. */
export function Opening({ error, reload, words, list }: OpeningProps) {
  const { opening, failed, failedMore, missing, missingMore, toList } = words;
  // An address that can name nothing at all is refused as unreadable.
  if (error?.kind === 'missing' || error?.code === 'bad-request') {
    return (
      <Screen title={missing} lead={missingMore}>
        <div className="mt-4">
          <LinkButton to={list}>{toList}</LinkButton>
        </div>
      </Screen>
    );
  }
  return (
    <Screen title={opening} busy={error === undefined}>
      <Coming error={error} reload={reload} label={opening} failed={failed}>
        {failedMore}
      </Coming>
    </Screen>
  );
}
