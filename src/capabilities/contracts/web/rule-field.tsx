import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listDatasets } from '../../datasets/contract.ts';
import { comparisons, logicalTypes, parseableTypes, type RuleKind } from '../contract.ts';
import { kindTexts } from './kind-texts.ts';
import { type FieldName, fieldShapes } from './rule-draft.ts';
import { sentenceTexts } from './sentence-texts.ts';
import { contractTexts } from './texts.ts';

interface RuleFieldProps {
  id: string;
  name: FieldName;
  kind: RuleKind;
  value: string | boolean | undefined;
  put: (value: string | boolean) => void;
  problemId: string;
  datasetId: string;
  columns: readonly string[];
}

/** One question about a rule, in the form that its answer has. */
export function RuleField({ id, name, value, put, columns, problemId, datasetId, kind }: RuleFieldProps) {
  const { fields } = useTexts(kindTexts);
  const label = fields[name];
  const text = typeof value === 'string' ? value : '';
  const shape = fieldShapes[name];
  if (shape === 'flag')
    return (
      <Checkbox id={id} label={label} checked={value === true} onChange={(event) => put(event.currentTarget.checked)} />
    );
  if (shape === 'choice') return <Choice {...{ id, name, label, text, put }} />;
  if (shape === 'dataset') return <DatasetChoice {...{ id, label, text, put, problemId, datasetId, kind }} />;
  if (shape === 'lines' || shape === 'values' || shape === 'json')
    return (
      <Textarea
        {...{ id, label }}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={(event) => put(event.currentTarget.value)}
      />
    );
  const isColumn = shape === 'column' || shape === 'total';
  return isColumn ? (
    <ColumnField {...{ id, label, text, put, columns }} />
  ) : (
    <TextInput {...{ id, label }} value={text} onChange={(event) => put(event.currentTarget.value)} />
  );
}

/** A list to choose from, and still any name: the column may come with the next version. */
export function ColumnField({ id, label, text, put, columns }: ChoiceProps & { columns: readonly string[] }) {
  const list = `${id}-columns`;
  return (
    <>
      <TextInput {...{ id, label, list }} value={text} onChange={(event) => put(event.currentTarget.value)} />
      <datalist id={list}>
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </datalist>
    </>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  text: string;
  put: (value: string) => void;
}

function Choice({ id, name, label, text, put }: ChoiceProps & { name: FieldName }) {
  const t = useTexts(contractTexts);
  const { directions } = useTexts(kindTexts);
  const said = useTexts(sentenceTexts);
  const choices = {
    type: logicalTypes.map((value) => ({ value, label: said.types[value] })),
    as: parseableTypes.map((value) => ({ value, label: said.parsed[value] })),
    comparison: comparisons.map((value) => ({ value, label: said.comparisons[value] })),
    direction: (['increasing', 'decreasing'] as const).map((value) => ({ value, label: directions[value] })),
  };
  const data = [{ value: '', label: t.choose }, ...choices[name as keyof typeof choices]];
  return <NativeSelect {...{ id, label, data }} value={text} onChange={(event) => put(event.currentTarget.value)} />;
}

/** Compared with another data set, or with the version before where the kind can be. */
function DatasetChoice({
  id,
  label,
  text,
  put,
  problemId,
  datasetId,
  kind,
}: ChoiceProps & Pick<RuleFieldProps, 'problemId' | 'datasetId' | 'kind'>) {
  const t = useTexts(contractTexts);
  const { previous } = useTexts(kindTexts);
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const mustChoose = kind === 'foreign_key' || kind === 'version_overlap';
  const others = (datasets.data?.datasets ?? []).filter((each) => each.id !== datasetId || text === each.id);
  const data = [
    { value: '', label: mustChoose ? t.choose : previous },
    ...others.map(({ id: value, name }) => ({ value, label: name })),
  ];
  return <NativeSelect {...{ id, label, data }} value={text} onChange={(event) => put(event.currentTarget.value)} />;
}
