import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { EstimateInput } from '../../../web/kit/form/estimate-input.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type AlternativeFields, type AlternativeKind, alternativeKinds } from '../contract.ts';
import { draftOfFigures, type FiguresDraft, readFigures } from './alternative-draft.ts';
import { requirementsTexts } from './requirements-texts.ts';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { weighingTexts } from './weighing-texts.ts';

export const emptyAlternative: AlternativeFields = { kind: 'rule', name: '', description: '', figures: {} };

interface AlternativeFormProps {
  start: AlternativeFields;
  /** id of the button that opens it */
  opener: string;
  version?: number;
  /** of the value model, where that is complete */
  currency: string | undefined;
  save: (body: AlternativeFields, version: number) => Promise<unknown>;
  close: () => void;
}

/** What would be done instead, what it costs and what it brings; a kind and a name are enough to begin with. */
export function AlternativeForm({ start, opener, version, currency, save, close }: AlternativeFormProps) {
  const t = useTexts(weighingTexts).alternatives;
  const words = useTexts(requirementsTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [{ kind, name, description }, setTexts] = useState(() => start);
  const [figures, setFigures] = useState(() => draftOfFigures(start.figures));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const { keep, isSaving } = useKeeping<AlternativeFields>({
    version,
    save,
    close,
    sayTheirs: (theirs) => sayAlternative(theirs as AlternativeFields),
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const put = (part: Partial<AlternativeFields>) => setTexts({ ...start, kind, name, description, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readFigures(figures);
    const wrong: FieldProblem[] = [
      ...(name.trim() === '' ? [{ field: `${id}-name`, message: t.nameNeeded }] : []),
      ...(read.problem ? [{ field: null, message: t[read.problem] }] : []),
    ];
    setProblems(wrong);
    if (wrong.length === 0)
      void keep({ kind, name: name.trim(), description: description.trim(), figures: read.figures });
  };
  return (
    <form className="stack key-result-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <NativeSelect
        label={t.kind}
        value={kind}
        data={alternativeKinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(event) => put({ kind: event.currentTarget.value as AlternativeKind })}
      />
      <TextInput
        id={`${id}-name`}
        label={t.name}
        description={t.nameHint}
        maxLength={120}
        value={name}
        error={problems.find((problem) => problem.field === `${id}-name`)?.message}
        ref={first}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t.description}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={description}
        onChange={(event) => put({ description: event.currentTarget.value })}
      />
      <FigureFields figures={figures} setFigures={setFigures} currency={currency} />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {words.keep}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}

interface FigureFieldsProps {
  figures: FiguresDraft;
  setFigures: (figures: FiguresDraft) => void;
  currency: string | undefined;
}

function FigureFields({ figures, setFigures, currency }: FigureFieldsProps) {
  const t = useTexts(weighingTexts).alternatives;
  const estimate = (field: 'buildCost' | 'runCostPerYear' | 'recall' | 'precision' | 'savingPerYear') => ({
    value: figures[field] ?? {},
    change: (value: FiguresDraft[typeof field]) => setFigures({ ...figures, [field]: value }),
  });
  return (
    <>
      <EstimateInput {...estimate('buildCost')} kind="money" label={t.buildCost} hint={t.buildHint} unit={currency} />
      <EstimateInput {...estimate('runCostPerYear')} kind="money" label={t.runCost} hint={t.runHint} unit={currency} />
      <Radio.Group label={t.brings} value={figures.kind} onChange={(kind) => setFigures({ ...figures, kind })}>
        <div className="row">
          <Radio value="recall-and-precision" label={t.catches} />
          <Radio value="yearly-saving" label={t.saves} />
          <Radio value="unknown" label={t.unknown} />
        </div>
      </Radio.Group>
      {figures.kind === 'recall-and-precision' ? (
        <>
          <EstimateInput {...estimate('recall')} kind="share" label={t.recall} unit="%" />
          <EstimateInput {...estimate('precision')} kind="share" label={t.precision} unit="%" />
        </>
      ) : null}
      {figures.kind === 'yearly-saving' ? (
        <EstimateInput
          {...estimate('savingPerYear')}
          kind="money"
          label={t.saving}
          hint={t.savingHint}
          unit={currency}
        />
      ) : null}
    </>
  );
}

/** What another wrote, for who is told of it. */
function sayAlternative({ name, description, figures }: AlternativeFields): string {
  const amounts = [figures.buildCost?.likely, figures.runCostPerYear?.likely].filter((amount) => amount !== undefined);
  return [name, description, amounts.join(' / ')].filter(Boolean).join('; ');
}
