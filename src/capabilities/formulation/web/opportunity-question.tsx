import { useEffect, useRef } from 'react';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useSave } from '../../../web/kit/query/use-answer.ts';
import { Talk } from '../../conversation/web/index.tsx';
import {
  type Opportunity,
  type OpportunityField,
  opportunityFields,
  readOpportunity,
  writeOpportunity,
} from '../contract.ts';
import { AttachmentsPart } from './attachments-part.tsx';
import { opportunityTexts } from './opportunity-texts.ts';
import { QuestionFrame, textIn } from './question-frame.tsx';
import { SimilarProblems } from './similar-problems.tsx';
import type { StationProps } from './station-props.ts';

interface QuestionProps extends Pick<StationProps, 'problemId' | 'setField'> {
  field: OpportunityField;
  opportunity: Opportunity;
}

/** One question, saved while it is answered. */
export function OpportunityQuestion({ problemId, field, setField, opportunity }: QuestionProps) {
  const t = useTexts(opportunityTexts);
  const write = useSave(writeOpportunity, readOpportunity);
  const text = useAutosave({
    saved: opportunity[field],
    version: opportunity.version,
    save: async (value, version) =>
      (await write.mutateAsync({ params: { problemId }, body: { [field]: value }, version })).version,
    theirs: (given) => textIn(given, field),
  });
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const { label, hint } = t.questions[field];
  const remark = opportunity.hints.find((given) => given.field === field);
  return (
    <QuestionFrame {...{ field, label }} fields={opportunityFields} go={(to) => setField(to)}>
      <AutosavedText text={text} id={`question-${field}`} hint={hint} ref={input} />
      <div aria-live="polite">{remark ? <p className="note">{remark.message}</p> : null}</div>
      {field === 'currentSituation' ? <SimilarProblems text={text.value} except={problemId} /> : null}
      {field === 'evidence' ? <AttachmentsPart problemId={problemId} isReadOnly={false} /> : null}
      <Talk
        problemId={problemId}
        anchor={{ kind: 'opportunity', id: problemId, field }}
        label={t.questions[field].name}
      />
    </QuestionFrame>
  );
}
