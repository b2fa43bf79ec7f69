import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { evidencePlaces } from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';
import type { ItemDraft } from './item-draft.ts';
import type { DraftProps } from './item-form.tsx';

const kinds = ['none', 'text', 'link', 'place'] as const;

/** Where the answer is: in words here, behind a link, or at a place in this problem. */
export function EvidenceFields({
  id,
  draft,
  put,
  errorAt,
}: DraftProps & { errorAt: (field: string) => string | undefined }) {
  const t = useTexts(checklistTexts);
  return (
    <>
      <NativeSelect
        id={`${id}-kind`}
        label={t.evidenceKind}
        maw={320}
        value={draft.kind}
        error={errorAt('kind')}
        data={kinds.map((value) => ({ value, label: t.evidenceKinds[value] }))}
        onChange={(event) => put({ kind: event.currentTarget.value as ItemDraft['kind'] })}
      />
      {draft.kind === 'text' ? (
        <Textarea
          id={`${id}-text`}
          label={t.evidenceText}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={5000}
          value={draft.text}
          error={errorAt('text')}
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
      ) : null}
      {draft.kind === 'link' ? (
        <TextInput
          id={`${id}-url`}
          type="url"
          label={t.evidenceLink}
          maxLength={2000}
          value={draft.url}
          error={errorAt('url')}
          onChange={(event) => put({ url: event.currentTarget.value })}
        />
      ) : null}
      {draft.kind === 'place' ? (
        <NativeSelect
          label={t.evidencePlace}
          maw={320}
          value={draft.place}
          data={evidencePlaces.map((value) => ({ value, label: t.places[value] }))}
          onChange={(event) => put({ place: event.currentTarget.value as ItemDraft['place'] })}
        />
      ) : null}
    </>
  );
}
