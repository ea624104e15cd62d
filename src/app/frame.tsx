import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { NavigationType, useHref, useLocation, useNavigate, useNavigationType } from 'react-router-dom';
import { useIdentity } from '#auth';
import { useBack } from '#nav';
import { onlineStore, watchNetwork } from '#zalo';
import type { Entry, PageModule } from '#page-module';
import { defineTexts, type Language } from '#lib/texts';
import { FloatingSlot } from '#ui/floating';
import { ShellProvider, type Shell, type Tab, type Tile } from '#ui/shell';
import { useLanguage, useTexts } from '#ui/texts';
import { Announcer } from './announcer';
import { useOutboxCount } from './outbox-count';
import { tabsOf, tilesOf } from './screens';
import { useScrollMemory } from './scroll-memory';

const texts = defineTexts({
  vi: {
    unread: (count: number) => `${String(count)} tin chưa đọc`,
    waiting: (count: number) => `${String(count)} phản ánh chờ gửi`,
  },
  en: {
    unread: (count: number) => `${String(count)} unread`,
    waiting: (count: number) => `${String(count)} waiting to be sent`,
  },
});

const inLanguage = ({ label, icon, to }: Entry, language: Language): Tile => ({ label: label[language], icon, to });

interface Counted {
  modules: readonly PageModule[];
  /** The tab that carries the dot for unread notices: it leads to them. */
  inbox: string;
  /** The tab of what waits in the outbox. */
  reports: string;
}

function useEntries({ modules, inbox, reports }: Counted, waiting: number): { tabs: Tab[]; tiles: Tile[] } {
  const t = useTexts(texts);
  const language = useLanguage();
  const identity = useIdentity();
  const unread = 'unread' in identity ? identity.unread : 0;
  return useMemo(() => {
    const dots: Record<string, string | undefined> = {
      [inbox]: unread > 0 ? t.unread(unread) : undefined,
      [reports]: waiting > 0 ? t.waiting(waiting) : undefined,
    };
    return {
      tabs: tabsOf(modules).map((tab) => ({
        ...inLanguage(tab, language),
        waiting: dots[tab.to],
      })),
      tiles: tilesOf(modules).map((tile) => inLanguage(tile, language)),
    };
  }, [modules, inbox, reports, language, unread, waiting, t]);
}

/** Where one is, and whether one came from elsewhere; a filter that rewrites its own query is not another place. */
function useArrival(): Shell['arrival'] {
  const { key, pathname } = useLocation();
  const how = useNavigationType();
  const [seen, setSeen] = useState({ key, pathname, arrival: { key, moved: false } });
  if (seen.key === key) return seen.arrival;
  const samePlace = how === NavigationType.Replace && seen.pathname === pathname;
  const arrival = samePlace ? seen.arrival : { key, moved: true };
  setSeen({ key, pathname, arrival });
  return arrival;
}

interface FrameProps extends Counted {
  children: ReactNode;
}

/** What screens borrow from the house they stand in: going, going back, tabs, where one is. */
export function Frame({ modules, inbox, reports, children }: FrameProps) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const base = useHref('/').replace(/\/$/, '');
  const back = useBack();
  const waiting = useOutboxCount(modules);
  const entries = useEntries({ modules, inbox, reports }, waiting);
  const arrival = useArrival();
  // Not from #offline: home would wait for uploads and drafts, which come with it.
  const offline = !useSyncExternalStore(onlineStore.subscribe, onlineStore.get);
  useEffect(watchNetwork, []);
  useScrollMemory(arrival.key);

  const shell = useMemo<Shell>(
    () => ({
      address: (path) => base + path,
      // A second tap on the same thing is not a second place to come back from.
      go: (path) => void navigate(path, { replace: path === pathname + search }),
      back,
      ...entries,
      here: pathname,
      offline,
      waiting,
      arrival,
    }),
    [base, navigate, back, entries, pathname, search, offline, waiting, arrival],
  );
  return (
    <ShellProvider value={shell}>
      {children}
      <FloatingSlot />
      <Announcer arrival={arrival} />
    </ShellProvider>
  );
}
