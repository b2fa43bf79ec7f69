import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type Translation, translationFields } from '../contract.ts';
import type { StationProps } from './station-props.ts';
import { LinkAnswer, TalkOfTranslation, TaskChoice, TranslationText } from './translation-question.tsx';
import { translationTexts } from './translation-texts.ts';

interface OnePageProps extends Pick<StationProps, 'problemId'> {
  translation: Translation;
  leave: () => void;
}

export const linkField = (keyResultId: string) => `link-${keyResultId}`;
const inWords = translationFields.filter((field) => field !== 'task');

/** Every question of the translation under each other, for who knows the answers: each saves itself. */
export function TranslationOnOnePage({ problemId, translation, leave }: OnePageProps) {
  const t = useTexts(translationTexts);
  const asked = { problemId, translation };
  // Whoever comes by a link has the focus on what they came for.
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <section className="stack stack--wide on-one-page" aria-label={t.onOnePage} tabIndex={-1} ref={place}>
      <div className="stack stack--tight">
        <TaskChoice {...asked} named={{ label: t.questions.task.label }} />
        <TalkOfTranslation {...{ problemId }} field="task" label={t.questions.task.name} />
      </div>
      {inWords.map((field) => (
        <div key={field} className="stack stack--tight">
          <TranslationText {...asked} field={field} />
          <TalkOfTranslation {...{ problemId, field }} label={t.questions[field].name} />
        </div>
      ))}
      {translation.links.map((link) => (
        <div key={link.keyResultId} className="stack">
          <LinkAnswer
            {...{ problemId, link }}
            field={linkField(link.keyResultId)}
            named={{ label: t.linkQuestion({ metric: link.metric }) }}
          />
          <TalkOfTranslation {...{ problemId }} field={linkField(link.keyResultId)} label={link.metric} />
        </div>
      ))}
      <div>
        <Button variant="subtle" onClick={leave}>
          {t.oneByOne}
        </Button>
      </div>
    </section>
  );
}
