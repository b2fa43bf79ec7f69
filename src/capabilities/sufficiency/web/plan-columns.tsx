import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { availabilities, type Availability, type ColumnDraft, columnParts } from './plan-draft.ts';
import type { PlanFieldsProps } from './plan-form.tsx';
import { planTexts } from './plan-texts.ts';

/** What is said of each column, one a row: what it is, and whether it is there in time. */
export function ColumnsFields({ draft, put, columns }: PlanFieldsProps) {
  const t = useTexts(planTexts);
  if (draft.columns.length === 0) return null;
  const change = (name: string, part: Partial<ColumnDraft>) =>
    put({ columns: draft.columns.map((each) => (each.name === name ? { ...each, ...part } : each)) });
  return (
    <fieldset className="plan__group stack stack--tight">
      <legend>{t.groups.columns}</legend>
      <p className="small quiet">{t.columnsHint}</p>
      <Scrollable label={t.columnsTable}>
        <table className="table plan__columns">
          <caption className="unseen">{t.columnsTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.name}</th>
              {columnParts.map((part) => (
                <th key={part} scope="col" className="plan__mark">
                  {t.columns[part]}
                </th>
              ))}
              <th scope="col">{t.columns.available}</th>
              <th scope="col">{t.columns.knownAt}</th>
              <th scope="col">{t.columns.none}</th>
            </tr>
          </thead>
          <tbody>
            {draft.columns.map((column) => (
              <ColumnLine
                key={column.name}
                column={column}
                columns={columns}
                isTarget={column.name === draft.target}
                change={(part) => change(column.name, part)}
              />
            ))}
          </tbody>
        </table>
      </Scrollable>
    </fieldset>
  );
}

interface LineProps {
  column: ColumnDraft;
  columns: readonly string[];
  isTarget: boolean;
  change: (part: Partial<ColumnDraft>) => void;
}

function ColumnLine({ column, columns, isTarget, change }: LineProps) {
  const t = useTexts(planTexts);
  const { name, available, knownAt, none } = column;
  const label = (what: string) => t.about({ what, column: name });
  const others = columns.filter((each) => each !== name);
  return (
    <tr>
      <th scope="row">{name}</th>
      {columnParts.map((part) => (
        <td key={part} className="plan__mark">
          <Checkbox
            aria-label={label(t.columns[part])}
            disabled={part === 'isGiven' && isTarget}
            checked={column[part] && !(part === 'isGiven' && isTarget)}
            onChange={(event) => change({ [part]: event.currentTarget.checked })}
          />
        </td>
      ))}
      <td>
        <NativeSelect
          aria-label={label(t.columns.available)}
          value={available}
          data={availabilities.map((value) => ({ value, label: t.available[value] }))}
          onChange={(event) => change({ available: event.currentTarget.value as Availability })}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={label(t.columns.knownAt)}
          value={knownAt}
          data={[{ value: '', label: t.none }, ...others.map((value) => ({ value, label: value }))]}
          onChange={(event) => change({ knownAt: event.currentTarget.value })}
        />
      </td>
      <td>
        <TextInput
          aria-label={label(t.columns.none)}
          maxLength={500}
          value={none}
          onChange={(event) => change({ none: event.currentTarget.value })}
        />
      </td>
    </tr>
  );
}
