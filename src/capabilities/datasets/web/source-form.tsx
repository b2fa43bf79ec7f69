import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listDataRequirements } from '../../formulation/contract.ts';
import { extractKinds, personalDataKinds, type SourceFields, sourceKinds } from '../contract.ts';
import { sourceTexts } from './source-texts.ts';

export const emptySource: SourceFields = {
  title: '',
  description: '',
  kind: 'other',
  location: '',
  owner: '',
  access: '',
  extract: 'one_off',
  personalData: 'unknown',
  personalDataNote: '',
  answers: [],
};

interface SourceFormProps {
  problemId: string;
  start: SourceFields;
  /** id of the button that opens it */
  opener: string;
  version?: number;
  save: (body: SourceFields, version: number) => Promise<unknown>;
  close: () => void;
}

export function SourceForm({ problemId, start, opener, version, save, close }: SourceFormProps) {
  const t = useTexts(sourceTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<SourceFields>) => setDraft((known) => ({ ...known, ...part }));
  const { keep, isSaving } = useKeeping<SourceFields>({
    version,
    save,
    close,
    sayTheirs: (theirs) => saySource(theirs as Partial<SourceFields>),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.title.trim() === '') return setProblems([{ field: `${id}-title`, message: t.titleNeeded }]);
    void keep(draft);
  };
  return (
    <form className="stack data-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={`${id}-title`}
        label={t.fields.title}
        maxLength={200}
        ref={first}
        value={draft.title}
        error={problems.find(({ field }) => field === `${id}-title`)?.message}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t.fields.description}
        description={t.fields.descriptionHint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={draft.description}
        onChange={(event) => put({ description: event.currentTarget.value })}
      />
      <WhereFields {...{ draft, put }} />
      <AnsweredFields {...{ problemId, draft, put }} />
      <PeopleFields {...{ draft, put }} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  draft: SourceFields;
  put: (part: Partial<SourceFields>) => void;
}

function WhereFields({ draft, put }: PartProps) {
  const t = useTexts(sourceTexts);
  return (
    <>
      <NativeSelect
        label={t.fields.kind}
        maw={320}
        value={draft.kind}
        data={sourceKinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(event) => put({ kind: event.currentTarget.value as SourceFields['kind'] })}
      />
      <TextInput
        label={t.fields.location}
        description={t.fields.locationHint}
        maxLength={300}
        value={draft.location}
        onChange={(event) => put({ location: event.currentTarget.value })}
      />
      <TextInput
        label={t.fields.owner}
        maxLength={300}
        value={draft.owner}
        onChange={(event) => put({ owner: event.currentTarget.value })}
      />
      <Textarea
        label={t.fields.access}
        autosize
        minRows={1}
        maxLength={5000}
        value={draft.access}
        onChange={(event) => put({ access: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.fields.extract}
        maw={420}
        value={draft.extract}
        data={extractKinds.map((value) => ({ value, label: t.extracts[value] }))}
        onChange={(event) => put({ extract: event.currentTarget.value as SourceFields['extract'] })}
      />
    </>
  );
}

/** Which of the data requirements of the translation it answers, where there are any. */
function AnsweredFields({ problemId, draft, put }: PartProps & { problemId: string }) {
  const t = useTexts(sourceTexts);
  const { data } = useAnswer(listDataRequirements, { params: { problemId } });
  const requirements = data?.dataRequirements ?? [];
  if (requirements.length === 0) return null;
  const turn = (id: string, isOn: boolean) =>
    put({ answers: isOn ? [...draft.answers, id] : draft.answers.filter((each) => each !== id) });
  return (
    <fieldset className="data-choice stack stack--tight">
      <legend>{t.fields.answers}</legend>
      {requirements.map(({ id, what }) => (
        <Checkbox
          key={id}
          label={what}
          checked={draft.answers.includes(id)}
          onChange={(event) => turn(id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}

function PeopleFields({ draft, put }: PartProps) {
  const t = useTexts(sourceTexts);
  return (
    <>
      <NativeSelect
        label={t.fields.personalData}
        maw={420}
        value={draft.personalData}
        data={personalDataKinds.map((value) => ({ value, label: t.personal[value] }))}
        onChange={(event) => put({ personalData: event.currentTarget.value as SourceFields['personalData'] })}
      />
      {draft.personalData === 'personal' || draft.personalData === 'special' ? (
        <Textarea
          label={t.fields.personalDataNote}
          autosize
          minRows={2}
          maxLength={5000}
          value={draft.personalDataNote}
          onChange={(event) => put({ personalDataNote: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

const saySource = ({ title, description, location, owner }: Partial<SourceFields>): string =>
  [title, description, location, owner].filter(Boolean).join(', ');
