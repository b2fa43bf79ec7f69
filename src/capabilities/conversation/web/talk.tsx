import './conversation.css';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { anchorKey, type Anchor, countThreads } from '../contract.ts';
import { TalkPanel } from './talk-panel.tsx';
import { conversationTexts } from './texts.ts';

interface TalkProps {
  problemId: string;
  anchor: Anchor;
  /** what is talked about, as it stands beside it */
  label: string;
}

/** A small button beside anything, with how much is said about it; it opens the conversation in place. */
export function Talk({ problemId, anchor, label }: TalkProps) {
  const t = useTexts(conversationTexts);
  const key = anchorKey(anchor);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useOpenedByAddress(key, button);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="talk not-printed">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': id } : {})}
        {...useLooks(problemId, key, label)}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen ? (
        <Panel id={id} label={t.panel({ label })} close={close}>
          <TalkPanel {...{ problemId, anchor, label, close }} />
        </Panel>
      ) : null}
    </div>
  );
}

/** How the button looks and what it says: with how much is open, and whether the expert steers. */
function useLooks(problemId: string, key: string, label: string) {
  const t = useTexts(conversationTexts);
  const { open = 0, steering = 0, comments = 0 } = useCounts(problemId).get(key) ?? {};
  const words = [
    t.talkAbout({ label }),
    ...(open > 0 ? [t.count({ open }), t.comments({ count: comments })] : []),
    ...(steering > 0 ? [t.steeringCount({ steering })] : []),
  ].join(', ');
  const how = steering > 0 ? 'talk__button--steering' : open > 0 ? 'talk__button--some' : '';
  return {
    className: `button-plain talk__button ${how}`,
    'aria-label': words,
    title: words,
    children: (
      <>
        <Icon name="talk" size={15} />
        {open > 0 ? <span aria-hidden="true">{comments}</span> : null}
      </>
    ),
  };
}

/** `?talk=...` in the address opens one of them, and brings it into sight. */
function useOpenedByAddress(key: string, button: RefObject<HTMLButtonElement | null>) {
  const talk: string | undefined = useSearch({ strict: false }).talk;
  const [isOpen, setOpen] = useState(talk === key);
  const [seen, setSeen] = useState(talk);
  if (seen !== talk) {
    setSeen(talk);
    if (talk === key) setOpen(true);
  }
  useEffect(() => {
    if (talk === key) button.current?.scrollIntoView({ block: 'center' });
  }, [talk, key, button]);
  return [isOpen, setOpen] as const;
}

/** Escape closes it, and goes back to the button. */
function Panel({ id, label, close, children }: { id: string; label: string; close: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A list of names within closes itself first.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (panel.current?.contains(event.target as Node)) close();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    // Of the document, so that what React does with the key is done before.
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <section ref={panel} id={id} className="talk__panel stack" aria-label={label}>
      {children}
    </section>
  );
}

interface Counts {
  open: number;
  steering: number;
  comments: number;
}

/** One request for all the buttons of a page: they ask the same, so it is asked once. */
function useCounts(problemId: string): ReadonlyMap<string, Counts> {
  const { data } = useAnswer(countThreads, { params: { problemId } });
  return new Map((data?.counts ?? []).map(({ anchor, ...counts }) => [anchorKey(anchor), counts]));
}
