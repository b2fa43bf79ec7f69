import { Autocomplete, Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type Relation, relations } from '../contract.ts';
import { personGiven } from './person-given.ts';
import { stakeholderTexts } from './texts.ts';
import { useKnownPeople } from './use-known-people.ts';

export interface StakeholderDraft {
  name: string;
  relation: Relation;
  /** null: as the relation has it */
  mustBeHeard: boolean | null;
  interest: string;
}

export const emptyStakeholder: StakeholderDraft = { name: '', relation: 'affected', mustBeHeard: null, interest: '' };

type Body = ({ userId: string } | { name: string }) & {
  relation: Relation;
  mustBeHeard: boolean;
  interest: string;
};

interface StakeholderFormProps {
  start: StakeholderDraft;
  /** id of the button that opens it */
  opener: string;
  /** of the stakeholder that is changed; none for a new one */
  version?: number;
  save: (body: Body, version: number) => Promise<unknown>;
  close: () => void;
}

export function StakeholderForm({ start, opener, version, save, close }: StakeholderFormProps) {
  const t = useTexts(stakeholderTexts);
  const id = useId();
  const people = useKnownPeople();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<StakeholderDraft>) => setDraft({ ...draft, ...part });
  const mustBeHeard = draft.mustBeHeard ?? draft.relation !== 'informed';
  const { keep, isSaving } = useKeeping<Body>({
    version,
    save,
    close,
    sayTheirs: (theirs) => sayStakeholder(theirs as Partial<StakeholderDraft>, t.relations),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() === '') return setProblems([{ field: `${id}-name`, message: t.nameNeeded }]);
    const { relation, interest } = draft;
    void keep({ ...personGiven(draft.name, people), relation, mustBeHeard, interest: interest.trim() });
  };
  return (
    <form className="stack heard__form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <Autocomplete
        id={`${id}-name`}
        label={t.name}
        description={t.nameHint}
        data={[...new Set(people.map(({ name }) => name))]}
        openOnFocus={false}
        maxLength={200}
        value={draft.name}
        error={problems.find(({ field }) => field === `${id}-name`)?.message}
        ref={first}
        onChange={(name) => put({ name })}
      />
      <NativeSelect
        label={t.relation}
        maw={320}
        value={draft.relation}
        data={relations.map((value) => ({ value, label: t.relations[value] }))}
        onChange={(event) => put({ relation: event.currentTarget.value as Relation })}
      />
      <Checkbox
        label={t.mustBeHeard}
        checked={mustBeHeard}
        onChange={(event) => put({ mustBeHeard: event.currentTarget.checked })}
      />
      <Textarea
        label={t.interest}
        description={t.interestHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={draft.interest}
        onChange={(event) => put({ interest: event.currentTarget.value })}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

function sayStakeholder(
  { name, relation, interest }: Partial<StakeholderDraft>,
  relations: Record<Relation, string>,
): string {
  return [name, relation ? relations[relation] : '', interest].filter(Boolean).join(', ');
}
