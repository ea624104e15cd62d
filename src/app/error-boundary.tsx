import { Component, type ReactNode } from 'react';
import { paths } from '#nav';
import { AppError, isAppError } from '#lib/app-error';
import { note } from '#lib/log';
import { now } from '#lib/clock';
import { defineTexts } from '#lib/texts';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Failure } from '#ui/states';
import { useTexts } from '#ui/texts';
import { Reopen } from './reopen';

const texts = defineTexts({
  vi: { title: 'Màn hình gặp trục trặc', home: 'Về trang chủ' },
  en: { title: 'This screen has a problem', home: 'Go to the home screen' },
});

function Broken({ error }: { error: AppError }) {
  const t = useTexts(texts);
  return (
    <Screen title={t.title} back={false}>
      <Failure error={error} />
      <div className="stack mt-4">
        <Reopen main />
        <LinkButton look="second" to={paths.home()}>
          {t.home}
        </LinkButton>
      </div>
    </Screen>
  );
}

/** An id to report where the server gave none, so that the line in the console can be found. */
function withId(error: unknown): AppError {
  const requestId = isAppError(error) ? error.requestId : undefined;
  const named = new AppError('bug', {
    cause: error,
    requestId: requestId ?? `APP-${now().getTime().toString(36).toUpperCase()}`,
  });
  note(`${named.requestId ?? ''} broke a screen`, error);
  return named;
}

interface Props {
  /** Another place is another chance: the boundary forgets when this changes. */
  place: string;
  children: ReactNode;
}

interface State {
  error: AppError | undefined;
  place: string;
}

/** A bug shows one plain page, never a blank one. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: withId(error) };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, error: undefined };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Broken error={error} />;
  }
}
