import { Button } from '@mantine/core';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { EstimateField } from './estimate-field.tsx';
import { classNameAt, decisionNameAt } from './name-of-path.ts';
import { TextField } from './plain-fields.tsx';
import { withDecisionNamed, withoutClass, withoutDecision } from './model-tables.ts';

/** Kinds of cases, each with its share. Taking one away takes its row of values and rates with it. */
export function ClassesField() {
  const t = useTexts(editorTexts);
  const { draft, listAt, put, replace, isReadOnly } = useDraft();
  const classes = listAt('classes');
  const remove = (index: number) => replace(withoutClass(draft, index));
  return (
    <div className="stack">
      {classes.map((_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a class is its place in the tables of values and rates
        <div key={index} className="listed stack">
          <TextField path={`classes.${index}.name`} label={t.className} />
          <EstimateField path={`classes.${index}.share`} label={t.classShare} kind="share" />
          <RemoveButton
            isShown={!isReadOnly && classes.length > 2}
            name={classNameAt(draft, index, t)}
            remove={() => remove(index)}
          />
        </div>
      ))}
      {isReadOnly ? null : (
        <div>
          <Button leftSection={<Icon name="plus" />} onClick={() => put('classes', [...classes, {}])}>
            {t.addClass}
          </Button>
        </div>
      )}
    </div>
  );
}

export function DecisionsField() {
  const t = useTexts(editorTexts);
  const { draft, listAt, put, replace, isReadOnly } = useDraft();
  const decisions = listAt('decisions');
  return (
    <div className="stack">
      {decisions.map((_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a decision is its place in the tables of values and rates
        <div key={index} className="listed row">
          <TextField
            path={`decisions.${index}`}
            label={t.decisionName}
            change={(name) => replace(withDecisionNamed(draft, index, name))}
          />
          <RemoveButton
            isShown={!isReadOnly && decisions.length > 1}
            name={decisionNameAt(draft, index, t)}
            remove={() => replace(withoutDecision(draft, index))}
          />
        </div>
      ))}
      {isReadOnly ? null : (
        <div>
          <Button leftSection={<Icon name="plus" />} onClick={() => put('decisions', [...decisions, ''])}>
            {t.addDecision}
          </Button>
        </div>
      )}
    </div>
  );
}

function RemoveButton({ isShown, name, remove }: { isShown: boolean; name: string; remove: () => void }) {
  const t = useTexts(editorTexts);
  if (!isShown) return null;
  return (
    <button type="button" className="button-plain link small" onClick={remove}>
      {t.removeNamed({ name })}
    </button>
  );
}
