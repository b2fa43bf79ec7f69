import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type Condition, type Operator, operators } from '../contract.ts';
import { kindTexts } from './kind-texts.ts';
import { readConditionValues } from './rule-draft.ts';
import { ColumnField } from './rule-field.tsx';
import { sentenceTexts } from './sentence-texts.ts';
import { contractTexts } from './texts.ts';

interface ConditionsProps {
  where: readonly Condition[];
  setWhere: (where: Condition[]) => void;
  columns: readonly string[];
}

/** Which rows the rule looks at. */
export function ConditionsFields({ where, setWhere, columns }: ConditionsProps) {
  const t = useTexts(contractTexts);
  const add = () => setWhere([...where, { column: columns[0] ?? '', operator: 'is', values: [''] }]);
  const putAt = (at: number, condition: Condition) =>
    setWhere(where.map((each, index) => (index === at ? condition : each)));
  // A condition has no name but its place.
  const placed = where.map((condition, at) => ({ condition, at, id: String(at) }));
  return (
    <fieldset className="contract__conditions stack">
      <legend className={where.length === 0 ? 'unseen' : ''}>{t.whereTitle}</legend>
      {placed.map(({ condition, at, id }) => (
        <ConditionFields
          key={id}
          {...{ condition, columns }}
          put={(changed) => putAt(at, changed)}
          remove={() => setWhere(where.filter((_, index) => index !== at))}
        />
      ))}
      <div>
        <Button variant="subtle" leftSection={<Icon name="plus" />} onClick={add}>
          {t.addCondition}
        </Button>
      </div>
    </fieldset>
  );
}

interface ConditionProps {
  condition: Condition;
  put: (condition: Condition) => void;
  remove: () => void;
  columns: readonly string[];
}

function ConditionFields({ condition, put, remove, columns }: ConditionProps) {
  const id = useId();
  const t = useTexts(contractTexts);
  const { fields } = useTexts(kindTexts);
  const said = useTexts(sentenceTexts).operators;
  const { column, operator, values } = condition;
  const takesMany = operator === 'in' || operator === 'not_in';
  const takesNone = operator === 'is_null' || operator === 'is_not_null';
  const change = (next: Operator) => {
    const none = next === 'is_null' || next === 'is_not_null';
    const many = next === 'in' || next === 'not_in';
    const kept = values.length === 0 ? [''] : values;
    put({ column, operator: next, values: none ? [] : many ? kept : kept.slice(0, 1) });
  };
  const write = (text: string) => put({ column, operator, values: readConditionValues(text, takesMany) });
  const text = values.map(String).join('\n');
  return (
    <div className="row row--fields">
      <ColumnField
        id={`${id}-column`}
        label={fields.column}
        text={column}
        put={(name) => put({ ...condition, column: name })}
        columns={columns}
      />
      <NativeSelect
        label={t.operator}
        value={operator}
        data={operators.map((value) => ({ value, label: said[value] }))}
        onChange={(event) => change(event.currentTarget.value as Operator)}
      />
      {takesNone ? null : takesMany ? (
        <Textarea
          label={t.valuesOfCondition}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
      ) : (
        <TextInput label={t.value} value={text} onChange={(event) => write(event.currentTarget.value)} />
      )}
      <Button variant="subtle" onClick={remove}>
        {t.removeCondition}
      </Button>
    </div>
  );
}
