import type { Variant } from '../contract.ts';

/** A variant as it is typed. */
export interface VariantDraft {
  name: string;
  parentId: string;
  note: string;
  segment: string;
  windowFrom: string;
  windowTo: string;
  data: string;
  /** one on a line: key = value */
  params: string;
}

const empty: VariantDraft = {
  name: '',
  parentId: '',
  note: '',
  segment: '',
  windowFrom: '',
  windowTo: '',
  data: '',
  params: '',
};

export function draftOf(variant: Variant | null, name = ''): VariantDraft {
  if (!variant) return { ...empty, name };
  const { params, ...own } = variant.own;
  const written = { name: variant.name, note: variant.note, parentId: variant.parentId, ...own };
  const said = Object.fromEntries(Object.entries(written).map(([key, value]) => [key, value ?? '']));
  return { ...empty, ...said, params: params.map(({ key, value }) => `${key} = ${value}`).join('\n') };
}

/** What was typed as it is sent, or the line of the parameters that is none. */
export function readDraft(draft: VariantDraft) {
  const params: { key: string; value: string }[] = [];
  for (const line of draft.params.split('\n').filter((text) => text.trim() !== '')) {
    const [, key, value] = /^([^=]+)=(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || key.trim() === '') return { badLine: line.trim() };
    params.push({ key: key.trim(), value: value.trim() });
  }
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    given: {
      name: draft.name.trim(),
      parentId: orNull(draft.parentId),
      note: draft.note,
      segment: orNull(draft.segment),
      windowFrom: orNull(draft.windowFrom),
      windowTo: orNull(draft.windowTo),
      data: orNull(draft.data),
      params,
    },
  };
}
