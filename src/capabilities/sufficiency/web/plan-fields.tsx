import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { PlanDraft, PlanNumber, Told } from './plan-draft.ts';
import type { PlanFieldsProps } from './plan-form.tsx';
import { planTexts } from './plan-texts.ts';

type OneColumn = 'target' | 'moment' | 'labelTime' | 'secondLabel' | 'splitColumn';

/** A column of the newest version, or none; one that is gone stays to be chosen, so that it is seen. */
function ColumnChoice({ draft, put, columns, idOf, name }: PlanFieldsProps & { name: OneColumn }) {
  const t = useTexts(planTexts);
  const chosen = draft[name];
  const names = chosen === '' || columns.includes(chosen) ? columns : [...columns, chosen];
  return (
    <NativeSelect
      id={idOf(name)}
      label={t[name]}
      value={chosen}
      data={[{ value: '', label: t.none }, ...names.map((value) => ({ value, label: value }))]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
}

/** What is predicted and when; of what is joined only when it is from. */
export function TargetFields(props: PlanFieldsProps) {
  const t = useTexts(planTexts);
  const { draft, put, idOf } = props;
  const moment = <ColumnChoice {...props} name="moment" />;
  if (draft.role === 'context') return <div className="row row--fields">{moment}</div>;
  return (
    <>
      <div className="row row--fields">
        <ColumnChoice {...props} name="target" />
        <TextInput
          id={idOf('positive')}
          label={t.positive}
          placeholder={t.positiveHint}
          maxLength={500}
          value={draft.positive}
          onChange={(event) => put({ positive: event.currentTarget.value })}
        />
      </div>
      <div className="row row--fields">
        {moment}
        <ColumnChoice {...props} name="labelTime" />
      </div>
    </>
  );
}

/** Which rows test. */
export function SplitFields(props: PlanFieldsProps) {
  const t = useTexts(planTexts);
  const { draft, put, idOf } = props;
  const kinds = (['', 'time', 'column'] as const).map((value) => ({ value, label: t.splits[value] }));
  return (
    <fieldset className="plan__group stack">
      <legend>{t.groups.split}</legend>
      <div className="row row--fields">
        <NativeSelect
          label={t.splitBy}
          value={draft.splitBy}
          data={kinds}
          onChange={(event) => put({ splitBy: event.currentTarget.value as PlanDraft['splitBy'] })}
        />
        {draft.splitBy === 'time' ? (
          <TextInput
            id={idOf('cut')}
            type="date"
            label={t.cut}
            value={draft.cut}
            onChange={(event) => put({ cut: event.currentTarget.value })}
          />
        ) : null}
        {draft.splitBy === 'column' ? (
          <>
            <ColumnChoice {...props} name="splitColumn" />
            <TextInput
              label={t.splitTest}
              maxLength={500}
              value={draft.splitTest}
              onChange={(event) => put({ splitTest: event.currentTarget.value })}
            />
          </>
        ) : null}
      </div>
    </fieldset>
  );
}

function NumberFields({ draft, put, idOf, names }: PlanFieldsProps & { names: readonly PlanNumber[] }) {
  const t = useTexts(planTexts);
  return (
    <div className="plan__numbers">
      {names.map((name) => (
        <TextInput
          key={name}
          id={idOf(name)}
          label={t.numbers[name]}
          description={t.hints[name] === '' ? undefined : t.hints[name]}
          inputWrapperOrder={['label', 'input', 'description']}
          inputMode="decimal"
          maxLength={20}
          value={draft.numbers[name]}
          onChange={(event) => put({ numbers: { ...draft.numbers, [name]: event.currentTarget.value } })}
        />
      ))}
    </div>
  );
}

const sizesOfCases = ['parameters', 'r2', 'expected', 'within', 'outcomeWindow', 'seasonality', 'maxAge'] as const;
const sizesOfContext = ['seasonality', 'maxAge'] as const;

/** What sizes, spans and ages are held against. */
export function SizeFields(props: PlanFieldsProps) {
  const t = useTexts(planTexts);
  return (
    <fieldset className="plan__group stack">
      <legend>{t.groups.sizes}</legend>
      <NumberFields {...props} names={props.draft.role === 'cases' ? sizesOfCases : sizesOfContext} />
    </fieldset>
  );
}

type Words = 'labelledBy' | 'labelPolicy' | 'proxyFor' | 'basis' | 'retention';

function WordsField({ draft, put, name }: Pick<PlanFieldsProps, 'draft' | 'put'> & { name: Words }) {
  const t = useTexts(planTexts);
  return (
    <Textarea
      label={t[name]}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={1000}
      value={draft[name]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
}

function ToldField({ draft, put, name }: Pick<PlanFieldsProps, 'draft' | 'put'> & { name: 'isProxy' | 'isAllowed' }) {
  const t = useTexts(planTexts);
  const options: { value: Told; label: string }[] = [
    { value: '', label: t.none },
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ];
  return (
    <NativeSelect
      label={t[name]}
      maw={340}
      value={draft[name]}
      data={options}
      onChange={(event) => put({ [name]: event.currentTarget.value as Told })}
    />
  );
}

const numbersOfLabels = ['noise', 'relabelledCases', 'relabelledWrong'] as const;

/** Who said what the outcome was, and how far that is to be trusted. */
export function LabelFields(props: PlanFieldsProps) {
  const t = useTexts(planTexts);
  return (
    <fieldset className="plan__group stack">
      <legend>{t.groups.labels}</legend>
      <WordsField {...props} name="labelledBy" />
      <WordsField {...props} name="labelPolicy" />
      <ToldField {...props} name="isProxy" />
      {props.draft.isProxy === 'yes' ? <WordsField {...props} name="proxyFor" /> : null}
      <NumberFields {...props} names={numbersOfLabels} />
      <div className="plan__numbers">
        <ColumnChoice {...props} name="secondLabel" />
      </div>
    </fieldset>
  );
}

/** Purpose, ground and end. */
export function LawfulFields(props: PlanFieldsProps) {
  const t = useTexts(planTexts);
  return (
    <fieldset className="plan__group stack">
      <legend>{t.groups.lawful}</legend>
      <ToldField {...props} name="isAllowed" />
      <WordsField {...props} name="basis" />
      <WordsField {...props} name="retention" />
    </fieldset>
  );
}
