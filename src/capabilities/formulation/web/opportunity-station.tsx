import { Button } from '@mantine/core';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { type Opportunity, type OpportunityField, opportunityFields, readOpportunity } from '../contract.ts';
import { AcceptancePart } from './acceptance-part.tsx';
import { AttachmentsPart } from './attachments-part.tsx';
import { OnePagerImport } from './one-pager-import.tsx';
import { OpportunityQuestion } from './opportunity-question.tsx';
import { opportunityTexts } from './opportunity-texts.ts';
import { AnsweredRow } from './question-frame.tsx';
import type { StationProps } from './station-props.ts';

const isField = (field: string | undefined): field is OpportunityField =>
  (opportunityFields as readonly (string | undefined)[]).includes(field);

/** The opportunity: an overview of the questions, or one of them at a time. */
export function OpportunityStation({ problemId, field, setField, isReadOnly }: StationProps) {
  const query = useAnswer(readOpportunity, { params: { problemId } });
  return (
    <AwaitQuery query={query}>
      {(opportunity) =>
        isField(field) && !isReadOnly ? (
          <OpportunityQuestion key={field} {...{ problemId, field, setField, opportunity }} />
        ) : (
          <>
            <Overview {...{ problemId, opportunity, setField, isReadOnly }} />
            <AcceptancePart {...{ problemId, setField }} />
          </>
        )
      }
    </AwaitQuery>
  );
}

function Overview({
  problemId,
  opportunity,
  setField,
  isReadOnly,
}: { opportunity: Opportunity } & Pick<StationProps, 'problemId' | 'setField' | 'isReadOnly'>) {
  const t = useTexts(opportunityTexts);
  const ago = useAgo();
  const { missing, changedAt } = opportunity;
  const required = opportunityFields.length - 1;
  const [next] = missing;
  return (
    <div className="stack stack--wide">
      <p>
        {missing.length === 0 ? t.complete : t.progress({ done: required - missing.length, of: required })}{' '}
        {changedAt === null ? null : <span className="quiet">{t.changed({ ago: ago(changedAt) })}</span>}
      </p>
      {isReadOnly ? null : (
        <OnePagerImport
          {...{ problemId, opportunity }}
          before={
            next ? (
              <Button variant="filled" onClick={() => setField(next)}>
                {t.next}
              </Button>
            ) : null
          }
        />
      )}
      <dl className="answers">
        {opportunityFields.map((field) => (
          <AnsweredRow
            key={field}
            name={t.questions[field].name}
            text={opportunity[field]}
            isOptional={field === 'context'}
            open={isReadOnly ? null : () => setField(field)}
            talk={
              <Talk
                problemId={problemId}
                anchor={{ kind: 'opportunity', id: problemId, field }}
                label={t.questions[field].name}
              />
            }
          >
            {field === 'evidence' ? <AttachmentsPart problemId={problemId} isReadOnly /> : null}
          </AnsweredRow>
        ))}
      </dl>
    </div>
  );
}
