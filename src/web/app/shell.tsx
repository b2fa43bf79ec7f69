import './shell.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { SessionGate, useMe } from '../../capabilities/identity/web/index.tsx';
import { Bell } from '../../capabilities/notifications/web/index.tsx';
import { listenForEvents } from '../kit/api/live-events.ts';
import { keepFocus } from '../kit/keys/keep-focus.ts';
import { ShortcutList } from '../kit/keys/shortcut-list.tsx';
import { listenForKeys, useShortcut } from '../kit/keys/shortcuts.ts';
import { useTexts } from '../kit/language/use-texts.ts';
import { BesideProvider } from '../kit/layout/beside.tsx';
import { Mark } from '../kit/layout/mark.tsx';
import { refresh } from '../kit/query/refresh.ts';
import { kitTexts } from '../kit/texts.ts';
import { Toasts } from '../kit/toast/toasts.tsx';
import { besideThings } from './beside-things.tsx';
import { LanguageButton } from './language-button.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ProblemSearch } from './problem-search.tsx';
import { SchemeMenu } from './scheme-menu.tsx';
import { shellTexts } from './texts.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';

/** What surrounds every page: the bar, the content, the keys, and what was just done. */
export function Shell() {
  const t = useTexts(shellTexts);
  const content = useContentFocus();
  const isSomebody = useMe() !== null;
  const [isListOpen, setListOpen] = useState(false);
  useGoKeys();
  useLiveEvents();
  return (
    <div className="shell">
      <SkipLink content={content} />
      <header className="bar">
        <div className="bar__inner">
          <Link to="/" className="bar__home" aria-label={t.home}>
            <Mark /> <span aria-hidden="true">Peil</span>
          </Link>
          {isSomebody ? (
            <>
              <nav className="bar__nav" aria-label={t.navigation}>
                <Link to="/" className="bar__link bar__link--home" activeOptions={{ exact: true }}>
                  {t.forYou}
                </Link>
                <Link to="/problems" className="bar__link" activeOptions={{ exact: true }}>
                  {t.problems}
                </Link>
                <Link to="/portfolio" className="bar__link">
                  {t.portfolio}
                </Link>
              </nav>
              <ProblemSearch />
            </>
          ) : null}
          <div className={isSomebody ? 'bar__tools' : 'bar__tools bar__tools--alone'}>
            {isSomebody ? <Bell /> : null}
            <LanguageButton />
            <SchemeMenu />
            <PersonMenu showKeys={() => setListOpen(true)} />
          </div>
        </div>
      </header>
      <main id="content" className="shell__content" tabIndex={-1} ref={content}>
        <SessionGate>
          <BesideProvider value={besideThings}>
            <Outlet />
          </BesideProvider>
        </SessionGate>
      </main>
      <footer className="shell__foot">
        <p>{t.footer}</p>
      </footer>
      <UnsavedGuard />
      <Toasts />
      <ShortcutList isOpen={isListOpen} setOpen={setListOpen} />
    </div>
  );
}

function SkipLink({ content }: { content: React.RefObject<HTMLElement | null> }) {
  const t = useTexts(kitTexts);
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    content.current?.focus();
  };
  return (
    <a className="shell__skip" href="#content" onClick={skip}>
      {t.skip}
    </a>
  );
}

/** After going to another page the focus is at its content, as it would be after a full load. */
function useContentFocus() {
  const content = useRef<HTMLElement>(null);
  const page = useRouterState({ select: ({ location }) => location.pathname.split('/').slice(0, 3).join('/') });
  const last = useRef(page);
  useEffect(() => {
    if (last.current !== page) content.current?.focus({ preventScroll: true });
    last.current = page;
  }, [page]);
  return content;
}

/** What changes anywhere is fetched again here; only for who may hear of it. */
function useLiveEvents(): void {
  const client = useQueryClient();
  const who = useMe()?.id ?? null;
  useEffect(() => {
    if (who === null) return undefined;
    return listenForEvents(({ problemId }) => void refresh(client, problemId));
  }, [client, who]);
}

function useGoKeys(): void {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  useShortcut({ keys: 'g h', does: t.goHome, run: () => void navigate({ to: '/' }) });
  useShortcut({ keys: 'g p', does: t.goProblems, run: () => void navigate({ to: '/problems' }) });
  useShortcut({ keys: 'g o', does: t.goPortfolio, run: () => void navigate({ to: '/portfolio' }) });
  useShortcut({ keys: 'g n', does: t.goNew, run: () => void navigate({ to: '/problems/new' }) });
  useShortcut({ keys: 'g a', does: t.goAudit, run: () => void navigate({ to: '/audit' }) });
  useShortcut({ keys: 'g i', does: t.goApi, run: () => void navigate({ to: '/api-explorer' }) });
  useShortcut({ keys: 'g s', does: t.goSettings, run: () => void navigate({ to: '/settings' }) });
  useEffect(listenForKeys, []);
  useEffect(keepFocus, []);
}
