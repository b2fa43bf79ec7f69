import { Radio, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { Conflict } from '../../../web/kit/form/conflict.tsx';
import { SaveStateWords } from '../../../web/kit/form/save-state.tsx';
import { type Autosaved, useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk, useSave } from '../../../web/kit/query/use-answer.ts';
import { Talk } from '../../conversation/web/index.tsx';
import {
  type KeyResultLink,
  linkKeyResult,
  type MlTask,
  mlTasks,
  readTranslation,
  type Translation,
  type TranslationField,
  writeTranslation,
} from '../contract.ts';
import { QuestionFrame, textIn } from './question-frame.tsx';
import type { StationProps } from './station-props.ts';
import { translationTexts } from './translation-texts.ts';

interface Answering extends Pick<StationProps, 'problemId'> {
  translation: Translation;
}

interface Asked extends Answering, Pick<StationProps, 'setField'> {
  fields: readonly string[];
}

/** The conversation beside one answer of the translation. */
export function TalkOfTranslation({ problemId, field, label }: { problemId: string; field: string; label: string }) {
  return <Talk {...{ problemId, label }} anchor={{ kind: 'translation', id: problemId, field }} />;
}

function useWritten(field: TranslationField, { problemId, translation }: Answering): Autosaved<string> {
  const write = useSave(writeTranslation, readTranslation);
  return useAutosave({
    saved: translation[field],
    version: translation.version,
    save: async (value, version) =>
      (await write.mutateAsync({ params: { problemId }, body: { [field]: value }, version })).version,
    theirs: (given) => textIn(given, field),
  });
}

/** One question in words, saved while it is answered. */
export function TranslationQuestion({ field, ...asked }: Asked & { field: Exclude<TranslationField, 'task'> }) {
  const t = useTexts(translationTexts);
  const text = useWritten(field, asked);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const { label, hint } = t.questions[field];
  return (
    <QuestionFrame {...{ field, label }} fields={asked.fields} go={(to) => asked.setField(to)}>
      <AutosavedText text={text} id={`question-${field}`} hint={hint} ref={input} />
      <TalkOfTranslation problemId={asked.problemId} field={field} label={t.questions[field].name} />
    </QuestionFrame>
  );
}

/** The same as one of several on a page. */
export function TranslationText({ field, ...asked }: Answering & { field: Exclude<TranslationField, 'task'> }) {
  const t = useTexts(translationTexts);
  const text = useWritten(field, asked);
  const { label, hint } = t.questions[field];
  return <AutosavedText text={text} id={`question-${field}`} {...{ label, hint }} isSmall />;
}

/** The kind of task is chosen, not described. */
export function TaskQuestion(asked: Asked) {
  const { label, name } = useTexts(translationTexts).questions.task;
  return (
    <QuestionFrame field="task" {...{ label }} fields={asked.fields} go={(to) => asked.setField(to)}>
      <TaskChoice {...asked} named={{ 'aria-label': label }} />
      <TalkOfTranslation problemId={asked.problemId} field="task" label={name} />
    </QuestionFrame>
  );
}

/** @param named by a label of its own, or by what stands above it */
export function TaskChoice({ named, ...asked }: Answering & { named: { label: string } | { 'aria-label': string } }) {
  const t = useTexts(translationTexts);
  const text = useWritten('task', asked);
  const { hint } = t.questions.task;
  const { state } = text;
  return (
    <>
      <Radio.Group
        id="question-task"
        {...named}
        description={hint}
        value={text.value}
        onChange={(task) => {
          text.change(task);
          void text.flush();
        }}
      >
        <Stack gap="sm">
          {mlTasks.map((task) => (
            <Radio key={task} value={task} label={t.tasks[task]} />
          ))}
        </Stack>
      </Radio.Group>
      <SaveStateWords state={state} retry={() => void text.flush()} />
      {state.kind === 'conflict' ? (
        <Conflict
          mine={taskName(state.mine, t)}
          theirs={taskName(state.theirs, t)}
          keepMine={() => text.resolve(state.mine)}
          keepTheirs={() => text.resolve(state.theirs)}
        />
      ) : null}
    </>
  );
}

function taskName(task: string, t: (typeof translationTexts)['en']): string {
  return task === '' ? t.choose : t.tasks[task as MlTask];
}

interface Linked {
  contributes: boolean;
  text: string;
}

/** How the prediction moves one key result, or why it does not: the choice and its text are one answer. */
export function LinkQuestion({ link, field, ...asked }: Asked & { link: KeyResultLink; field: string }) {
  const label = useTexts(translationTexts).linkQuestion({ metric: link.metric });
  return (
    <QuestionFrame {...{ field, label }} fields={asked.fields} go={(to) => asked.setField(to)}>
      <LinkAnswer {...{ link, field }} problemId={asked.problemId} named={{ 'aria-label': label }} />
      <TalkOfTranslation problemId={asked.problemId} field={field} label={link.metric} />
    </QuestionFrame>
  );
}

/** @param named by a label of its own, or by what stands above it */
export function LinkAnswer({
  link,
  field,
  named,
  problemId,
}: Pick<StationProps, 'problemId'> & {
  link: KeyResultLink;
  field: string;
  named: { label: string } | { 'aria-label': string };
}) {
  const t = useTexts(translationTexts);
  const write = useAsk(linkKeyResult);
  const params = { problemId, keyResultId: link.keyResultId };
  const answer = useAutosave<Linked>({
    saved: { contributes: link.contributes, text: link.text },
    version: link.version,
    save: async (body, version) => (await write.mutateAsync({ params, body, version })).version,
    theirs: (given) => given as Linked,
  });
  const say = ({ contributes, text }: Linked) => (contributes ? text : `${t.contributesNot}: ${text}`);
  const { state, value } = answer;
  return (
    <>
      <Radio.Group
        {...named}
        value={value.contributes ? 'yes' : 'no'}
        onChange={(chosen) => answer.change({ ...value, contributes: chosen === 'yes' })}
      >
        <Stack gap="sm">
          <Radio value="yes" label={t.contributes} />
          <Radio value="no" label={t.contributesNot} />
        </Stack>
      </Radio.Group>
      <AutosavedText
        text={{
          ...answer,
          value: value.text,
          state: state.kind === 'conflict' ? { ...state, mine: say(state.mine), theirs: say(state.theirs) } : state,
          change: (text) => answer.change({ ...value, text }),
          resolve: (chosen) => answer.resolve(resolved(chosen, { state, say })),
        }}
        id={`question-${field}`}
        hint={t.linkHint}
        {...('label' in named ? { label: t.linkHow, isSmall: true } : {})}
      />
    </>
  );
}

/** Of two answers the one whose words were chosen; words of one's own go with one's own choice. */
function resolved(
  chosen: string,
  { state, say }: { state: Autosaved<Linked>['state']; say: (linked: Linked) => string },
): Linked {
  if (state.kind !== 'conflict') return { contributes: true, text: chosen };
  if (chosen === say(state.mine)) return state.mine;
  return chosen === say(state.theirs) ? state.theirs : { contributes: state.mine.contributes, text: chosen };
}
