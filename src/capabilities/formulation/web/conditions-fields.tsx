import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useReaders } from '../../identity/web/index.tsx';
import { gates } from '../../decisions/contract.ts';
import type { ConditionDraft } from './decision-draft.ts';
import { gatePageTexts } from './gate-page-texts.ts';

interface ConditionsFieldsProps {
  /** the gate that is decided: its conditions hold back later ones */
  gate: (typeof gates)[number];
  problemId: string;
  conditions: readonly ConditionDraft[];
  change: (conditions: readonly ConditionDraft[]) => void;
  idOf: (field: string) => string;
  errorAt: (field: string) => string | undefined;
}

/** What must be so after all, by when, and which gate waits for it. */
export function ConditionsFields({ gate, problemId, conditions, change, idOf, errorAt }: ConditionsFieldsProps) {
  const texts = useTexts(gatePageTexts);
  const people = useReaders(problemId);
  const later = gates.slice(gates.indexOf(gate) + 1);
  const nextKey = Math.max(0, ...conditions.map(({ key }) => key)) + 1;
  const put = (at: number, part: Partial<ConditionDraft>) =>
    change(conditions.map((condition, index) => (index === at ? { ...condition, ...part } : condition)));
  return (
    <section className="stack">
      <h4>{texts.conditions}</h4>
      {conditions.map(({ key, text, due, blocks, ownerId }, index) => (
        <fieldset key={key} className="person-fields stack">
          <legend className="unseen">{texts.condition({ number: index + 1 })}</legend>
          <Textarea
            id={idOf(`condition-${index}`)}
            label={texts.conditionText}
            error={errorAt(`condition-${index}`)}
            autosize
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => put(index, { text: event.currentTarget.value })}
          />
          <div className="fields">
            <TextInput
              type="date"
              label={texts.due}
              value={due}
              onChange={(event) => put(index, { due: event.currentTarget.value })}
            />
            <NativeSelect
              label={texts.blocks}
              value={blocks}
              data={later.map((value) => ({ value, label: texts.gateNames[value] }))}
              onChange={(event) => put(index, { blocks: event.currentTarget.value as ConditionDraft['blocks'] })}
            />
            {people.length > 1 ? (
              <NativeSelect
                label={texts.owner}
                value={ownerId}
                data={[
                  { value: '', label: texts.nobodyChosen },
                  ...people.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(event) => put(index, { ownerId: event.currentTarget.value })}
              />
            ) : null}
          </div>
          {conditions.length > 1 ? (
            <div>
              <button
                type="button"
                className="button-plain link small"
                onClick={() => change(conditions.toSpliced(index, 1))}
              >
                {texts.removeCondition({ number: index + 1 })}
              </button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button
          leftSection={<Icon name="plus" />}
          onClick={() =>
            change([...conditions, { key: nextKey, text: '', due: '', blocks: later[0] ?? 'g5', ownerId: '' }])
          }
        >
          {texts.addCondition}
        </Button>
      </div>
    </section>
  );
}
