import './value.css';
import { Radio } from '@mantine/core';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { BinaryEditor } from './binary-editor.tsx';
import { DraftContext, type DraftEditing, useDraft } from './draft-context.ts';
import type { Draft } from './draft-path.ts';
import { EditorGroup } from './editor-group.tsx';
import { editorTexts } from './editor-texts.ts';
import { MulticlassEditor } from './multiclass-editor.tsx';
import { missingNames } from './name-of-path.ts';
import { TextField } from './plain-fields.tsx';
import { RegressionEditor } from './regression-editor.tsx';

const tasks = ['binary', 'multiclass', 'regression'] as const;
type Task = (typeof tasks)[number];

/** What all tasks share stays when another task is chosen; the rest begins anew. */
const shared = ['currency', 'volumePerYear', 'runCostPerYear', 'buildCost', 'depreciationYears', 'adoption'] as const;

const beginnings: Record<Task, Draft> = {
  binary: {},
  multiclass: { classes: [{}, {}], decisions: ['', ''] },
  regression: { steps: [], tolerance: { likely: 0 } },
};

const taskOf = (draft: Draft): Task | null => tasks.find((task) => task === draft['task']) ?? null;

/** The value model where it stands: every figure as low, likely and high, with its source. */
export function ModelEditor(editing: DraftEditing) {
  return (
    <DraftContext value={editing}>
      <div className="editor stack stack--wide">
        <TaskChoice />
        {taskOf(editing.draft) === null ? null : <Fields />}
      </div>
    </DraftContext>
  );
}

function TaskChoice() {
  const t = useTexts(editorTexts);
  const { draft, replace, isReadOnly } = useDraft();
  const choose = (task: Task) => {
    const kept = Object.fromEntries(
      Object.entries(draft).filter(([key]) => (shared as readonly string[]).includes(key)),
    );
    replace({ currency: 'EUR', depreciationYears: 3, ...kept, ...beginnings[task], task });
    if (taskOf(draft) !== null) say(t.taskChanged, () => replace(draft));
  };
  return (
    <Radio.Group label={t.task} description={t.taskHint} value={taskOf(draft)} onChange={(value) => choose(value)}>
      <div className="stack stack--tight">
        {tasks.map((task) => (
          <Radio key={task} value={task} label={t.tasks[task]} disabled={isReadOnly} />
        ))}
      </div>
    </Radio.Group>
  );
}

function Fields() {
  const t = useTexts(editorTexts);
  const { hint } = useTexts(kitTexts).estimate;
  const { draft } = useDraft();
  const task = taskOf(draft);
  return (
    <>
      <p className="quiet">{hint}</p>
      {task === 'binary' ? <BinaryEditor /> : null}
      {task === 'multiclass' ? <MulticlassEditor /> : null}
      {task === 'regression' ? <RegressionEditor /> : null}
      <EditorGroup title={t.currency}>
        <TextField path="currency" label={t.currency} hint={t.currencyHint} />
      </EditorGroup>
    </>
  );
}

/** What still has to be filled in before there is an answer. */
export function StillNeeded({ draft, problems }: Pick<DraftEditing, 'draft' | 'problems'>) {
  const locale = useLocale();
  const t = useTexts(editorTexts);
  const formats = useFormats();
  const missing = problems.filter(({ kind }) => kind === 'missing').map(({ path }) => path);
  if (missing.length === 0) return null;
  return <p className="note">{t.stillNeeded({ fields: formats.list(missingNames(missing, draft, locale)) })}</p>;
}
