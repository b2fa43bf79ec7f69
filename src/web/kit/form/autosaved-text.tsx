import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { Conflict } from './conflict.tsx';
import { SaveStateWords } from './save-state.tsx';
import type { Autosaved } from './use-autosave.ts';

interface AutosavedTextProps {
  text: Autosaved<string>;
  id: string;
  label?: string;
  hint?: string;
  /** one of several on a page: it begins small and grows */
  isSmall?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

/** A text that saves itself while it is written, and shows both texts when two people wrote. */
export function AutosavedText({ text, id, label, hint, isSmall = false, ref }: AutosavedTextProps) {
  const { state } = text;
  return (
    <>
      <Textarea
        {...{ id, label }}
        description={hint}
        {...(ref === undefined ? {} : { ref })}
        autosize
        minRows={isSmall ? 2 : 5}
        maxRows={20}
        maxLength={20_000}
        value={text.value}
        onChange={(event) => text.change(event.currentTarget.value)}
        onBlur={() => void text.flush()}
      />
      {isSmall && state.kind === 'saved' ? null : <SaveStateWords state={state} retry={() => void text.flush()} />}
      {state.kind === 'conflict' ? (
        <Conflict
          mine={state.mine}
          theirs={state.theirs}
          keepMine={() => text.resolve(state.mine)}
          keepTheirs={() => text.resolve(state.theirs)}
          keepMerged={text.resolve}
        />
      ) : null}
    </>
  );
}
