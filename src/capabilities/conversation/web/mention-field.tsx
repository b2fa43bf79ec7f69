import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type Ref, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { longestComment } from '../contract.ts';
import { mentionTyped, offered, withMention } from './mention-text.ts';
import { conversationTexts } from './texts.ts';
import type { Draft } from './use-draft.ts';
import type { Reader } from '../../identity/web/index.tsx';

interface MentionFieldProps {
  label: string;
  hint?: string;
  draft: Draft;
  change: (draft: Draft) => void;
  people: readonly Pick<Reader, 'id' | 'name'>[];
  ref?: Ref<HTMLTextAreaElement>;
}

/** A text in which people are mentioned: after @ a list opens, from which the keyboard chooses. */
export function MentionField({ label, hint, draft, change, people, ref }: MentionFieldProps) {
  const t = useTexts(conversationTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const found = typed === null ? [] : offered(people, typed);
  const isOpen = found.length > 0;
  const combobox = useCombobox({ opened: isOpen, onDropdownClose: () => setTyped(null) });
  const putCaret = useCaret(field);
  const choose = (id: string) => {
    const person = found.find((each) => each.id === id);
    if (!person) return;
    const caret = field.current?.selectionStart ?? draft.text.length;
    const { mentions, shown } = withMention(draft.mentions, person);
    const start = caret - (typed ?? '').length;
    change({ text: `${draft.text.slice(0, start)}${shown} ${draft.text.slice(caret).replace(/^ /, '')}`, mentions });
    setTyped(null);
    combobox.resetSelectedOption();
    putCaret(start + shown.length + 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    // The key that closes the list closes nothing around it.
    if (event.key === 'Escape') event.preventDefault();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // People may come after the last letter: then nobody is marked yet, and the first is meant.
    choose((found[combobox.getSelectedOptionIndex()] ?? found[0])?.id ?? '');
  };
  return (
    <>
      <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start">
        {/* Closed, the arrow keys are those of the text. */}
        <Combobox.Target withKeyboardNavigation={isOpen}>
          <Textarea
            ref={(element) => {
              field.current = element;
              if (typeof ref === 'function') ref(element);
              else if (ref) ref.current = element;
            }}
            {...{ label, description: hint }}
            autosize
            minRows={2}
            maxRows={14}
            maxLength={longestComment}
            value={draft.text}
            onChange={({ currentTarget: { value, selectionStart } }) => {
              change({ ...draft, text: value });
              setTyped(mentionTyped(value, selectionStart));
              combobox.selectFirstOption();
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setTyped(null)}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isOpen}>
          <Combobox.Options aria-label={t.people}>
            {found.map(({ id, name }) => (
              <Combobox.Option key={id} value={id}>
                {name}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <div className="unseen" aria-live="polite">
        {isOpen ? t.offered({ count: found.length }) : ''}
      </div>
    </>
  );
}

/** Puts the caret where it belongs as soon as the text stands there: whoever types on is faster than the next frame. */
function useCaret(field: RefObject<HTMLTextAreaElement | null>): (at: number) => void {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = wanted.current;
    wanted.current = null;
    if (at !== null) field.current?.setSelectionRange(at, at);
  });
  return (at) => (wanted.current = at);
}
