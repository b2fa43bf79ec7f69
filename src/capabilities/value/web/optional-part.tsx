import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { EditorGroup } from './editor-group.tsx';
import { partsTexts } from './parts-texts.ts';

interface OptionalPartProps {
  path: string;
  title: string;
  hint: string;
  /** as in "Add a pilot" */
  what: string;
  /** as in "Remove the pilot" */
  the: string;
  beginning: unknown;
  children: ReactNode;
}

/** A part of the model that is only there when somebody asks for it. */
export function OptionalPart({ path, title, hint, what, the, beginning, children }: OptionalPartProps) {
  const t = useTexts(partsTexts);
  const { at, put, isReadOnly } = useDraft();
  const isThere = at(path) !== undefined;
  if (isReadOnly && !isThere) return null;
  return (
    <EditorGroup title={title} hint={hint}>
      {isThere ? children : null}
      {isReadOnly ? null : isThere ? (
        <RemoveButton words={t.remove({ what: the })} remove={() => put(path, undefined)} />
      ) : (
        <AddButton words={t.add({ what })} add={() => put(path, beginning)} />
      )}
    </EditorGroup>
  );
}

export function AddButton({ words, add }: { words: string; add: () => void }) {
  const { isReadOnly } = useDraft();
  if (isReadOnly) return null;
  return (
    <div>
      <Button leftSection={<Icon name="plus" />} onClick={add}>
        {words}
      </Button>
    </div>
  );
}

export function RemoveButton({ words, remove }: { words: string; remove: () => void }) {
  const { isReadOnly } = useDraft();
  if (isReadOnly) return null;
  return (
    <div>
      <button type="button" className="button-plain link small" onClick={remove}>
        {words}
      </button>
    </div>
  );
}
