import { createElement, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clash, Draft } from '#offline';
import { useSending, type Parcel, type Sending } from '../../src/pages/dossiers/sending.ts';

/** The sending half of the review screen, without the screen. */
export interface SendButton {
  state: () => Sending;
  send: (parcel: Parcel) => Promise<void>;
  check: (draftId: string) => Promise<void>;
  leave: () => void;
}

interface Watchers {
  onArrived: (dossierId: string) => void;
  onClash: (theirs: Draft) => Clash;
}

/** The real hook in a real React root; resolves when it is drawn. */
export function showSendButton(watchers: Watchers): Promise<SendButton> {
  return new Promise((settle) => {
    let hook: ReturnType<typeof useSending> | undefined;
    const root = createRoot(document.createElement('div'));
    const button: SendButton = {
      state: () => hook?.sending ?? { state: 'ready' },
      send: async (parcel) => hook?.send(parcel),
      check: async (draftId) => hook?.check(draftId),
      leave: () => root.unmount(),
    };
    function Review() {
      const current = useSending(watchers);
      useLayoutEffect(() => {
        hook = current;
        settle(button);
      });
      return null;
    }
    root.render(createElement(Review));
  });
}
