import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Variant } from '../contract.ts';
import { draftOf, readDraft, type VariantDraft } from './variant-draft.ts';
import { variantTexts } from './variant-texts.ts';

type Given = NonNullable<ReturnType<typeof readDraft>['given']>;

type Theirs = Omit<Given, 'parentId'>;

/** What another wrote, without words of ours. */
const sayDraft = ({ name, segment, windowFrom, windowTo, data, params, note }: Theirs): string =>
  [name, segment, windowFrom, windowTo, data, ...params.map(({ key, value }) => `${key} = ${value}`), note]
    .filter((part) => part !== null && part !== '')
    .join('; ');

interface VariantFormProps {
  /** null: a new one */
  variant: Variant | null;
  /** that a new one begins with */
  name?: string;
  all: readonly Variant[];
  opener: string;
  save: (given: Given, version: number) => Promise<unknown>;
  close: () => void;
}

/** A variant: its name, its parent, and what makes it another. */
export function VariantForm({ variant, name = '', all, opener, save, close }: VariantFormProps) {
  const t = useTexts(variantTexts).form;
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [draft, setDraft] = useState(() => draftOf(variant, name));
  const [problem, setProblem] = useState<{ field: keyof VariantDraft; text: string } | null>(null);
  const { keep, isSaving } = useKeeping<Given>({
    version: variant?.version,
    save,
    close,
    sayTheirs: (theirs) => sayDraft(theirs as Theirs),
    complain: (text) => setProblem({ field: 'name', text }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { given, badLine } = readDraft(draft);
    if (badLine !== undefined) return setProblem({ field: 'params', text: t.badParam({ line: badLine }) });
    if (!given || given.name === '') return setProblem({ field: 'name', text: t.needed });
    return void keep(given);
  };
  const field = (key: keyof VariantDraft) => ({
    value: draft[key],
    error: problem?.field === key ? problem.text : null,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const others = all.filter(({ id }) => id !== variant?.id);
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextInput ref={first} label={t.name} description={t.nameHint} maxLength={120} {...field('name')} />
      <NativeSelect
        label={t.parent}
        data={[{ value: '', label: t.noParent }, ...others.map(({ id, name: label }) => ({ value: id, label }))]}
        {...field('parentId')}
      />
      <TextInput label={t.segment} description={t.asParent} maxLength={120} {...field('segment')} />
      <div className="row row--fields">
        <TextInput type="date" label={t.windowFrom} {...field('windowFrom')} />
        <TextInput type="date" label={t.windowTo} {...field('windowTo')} />
      </div>
      <TextInput label={t.data} description={t.dataHint} maxLength={300} {...field('data')} />
      <Textarea label={t.params} description={t.paramsHint} autosize minRows={2} maxRows={10} {...field('params')} />
      <Textarea label={t.note} autosize minRows={2} maxRows={10} maxLength={5000} {...field('note')} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
