import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type Autosaved, useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { Conflict } from '../../../web/kit/form/conflict.tsx';
import { SaveStateWords } from '../../../web/kit/form/save-state.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useSave } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Talk } from '../../conversation/web/index.tsx';
import { valueModelSchema } from '../../value/contract.ts';
import {
  differingFigures,
  type Draft,
  type DraftEditing,
  ModelEditor,
  StillNeeded,
  useEvaluation,
  ValueResults,
} from '../../value/web/index.ts';
import { type ProblemValueModel, readValueModel, writeValueModel } from '../contract.ts';
import { AlternativesWeighed } from './alternatives-weighed.tsx';
import { MeasuredPart } from './measured-part.tsx';
import { MetricsPart } from './metrics-part.tsx';
import type { StationProps } from './station-props.ts';
import { valueTexts } from './value-texts.ts';

/** What the problem is worth: the answer first, and the model it comes from where it can be changed. */
export function ValueStation(props: StationProps) {
  const query = useAnswer(readValueModel, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(stored) => <Value {...props} stored={stored} />}</AwaitQuery>;
}

function Value({ problemId, field, isReadOnly, mayWrite, stored }: StationProps & { stored: ProblemValueModel }) {
  const t = useTexts(valueTexts);
  const write = useSave(writeValueModel, readValueModel);
  const saved: Draft = stored.model ?? {};
  const model = useAutosave<Draft>({
    saved,
    version: stored.version,
    save: async (draft, version) =>
      (await write.mutateAsync({ params: { problemId }, body: { model: draft }, version })).version,
    theirs: modelIn,
  });
  return (
    <div className="stack stack--wide">
      {stored.isComplete || isReadOnly ? null : <p className="quiet">{t.intro}</p>}
      <Answer
        problemId={problemId}
        editing={{ draft: model.value, change: model.change, problems: stored.problems, isReadOnly }}
        version={model.state.kind === 'saved' ? stored.version : null}
      />
      <div className="stack">
        <Editor {...{ stored, model, isReadOnly }} field={isOfData(field) ? undefined : field} />
        <SaveStateWords state={model.state} retry={() => void model.flush()} />
        {model.state.kind === 'conflict' ? (
          <ModelConflict mine={model.state.mine} theirs={model.state.theirs} resolve={model.resolve} />
        ) : null}
      </div>
      <MeasuredPart {...{ problemId, field }} draft={model.value} isReadOnly={isReadOnly} />
      <MetricsPart {...{ problemId, field, isReadOnly }} />
      <AlternativesWeighed problemId={problemId} isReadOnly={!mayWrite} />
    </div>
  );
}

/** Places beside the model, which do not open it. */
const isOfData = (field: string | undefined): boolean => field === 'measured' || field?.startsWith('metric-') === true;

interface EditorProps extends Pick<StationProps, 'isReadOnly' | 'field'> {
  stored: ProblemValueModel;
  model: Autosaved<Draft>;
}

/** Open until there is an answer; after that it is asked for. */
function Editor({ stored, model, isReadOnly, field }: EditorProps) {
  const t = useTexts(valueTexts);
  const [isOpen, setOpen] = useState(!isReadOnly && (!stored.isComplete || field !== undefined));
  const [canClose] = useState(stored.isComplete || isReadOnly);
  const section = useRef<HTMLElement>(null);
  const isAsked = field !== undefined && !isReadOnly;
  useEffect(() => {
    if (isAsked) section.current?.focus();
  }, [isAsked]);
  return (
    <>
      {canClose ? (
        <div>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t.hide : isReadOnly ? t.showReadOnly : t.show}
          </Button>
        </div>
      ) : null}
      {isOpen ? (
        <section className="stack stack--wide" aria-label={t.model} tabIndex={-1} ref={section}>
          <StillNeeded draft={model.value} problems={stored.problems} />
          <ModelEditor draft={model.value} change={model.change} problems={stored.problems} isReadOnly={isReadOnly} />
        </section>
      ) : null}
    </>
  );
}

const besideFigure = (problemId: string) => (figure: string, label: string) => (
  <Talk {...{ problemId, label }} anchor={{ kind: 'value_model', id: problemId, field: figure }} />
);

interface AnswerProps {
  problemId: string;
  editing: DraftEditing;
  version: number | null;
}

function Answer({ problemId, editing, version }: AnswerProps) {
  const t = useTexts(valueTexts);
  const parsed = valueModelSchema.safeParse(editing.draft);
  const { evaluated, isOlder } = useEvaluation(parsed.success ? parsed.data : null);
  if (!parsed.success && !evaluated) return <p className="sheet quiet">{t.notYet}</p>;
  if (!evaluated) return <p className="sheet quiet">{t.computing}</p>;
  return (
    <section
      className={parsed.success ? undefined : 'stack'}
      aria-label={t.answer}
      aria-busy={isOlder && parsed.success}
    >
      <div aria-live="polite">{parsed.success ? null : <p className="note">{t.older}</p>}</div>
      <ValueResults
        {...evaluated}
        {...{ editing }}
        version={isOlder ? null : version}
        beside={besideFigure(problemId)}
      />
    </section>
  );
}

/** A 409 carries the other's answer: the draft itself, or what holds it. */
function modelIn(given: unknown): Draft {
  const held = (given as { model?: unknown } | null)?.model ?? given;
  return (typeof held === 'object' && held !== null ? held : {}) as Draft;
}

interface ModelConflictProps {
  mine: Draft;
  theirs: Draft;
  resolve: (draft: Draft) => void;
}

/** Only where the two differ, each place by its name. */
function ModelConflict({ mine, theirs, resolve }: ModelConflictProps) {
  const locale = useLocale();
  const differences = differingFigures({ mine, theirs }, locale);
  const lines = (side: 'mine' | 'theirs') => differences.map((line) => `${line.name}: ${line[side]}`).join('\n');
  return (
    <Conflict
      mine={lines('mine')}
      theirs={lines('theirs')}
      keepMine={() => resolve(mine)}
      keepTheirs={() => resolve(theirs)}
    />
  );
}
