import './evaluation.css';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Answer, Request } from '../../../platform/endpoint/define-endpoint.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { rankEvaluations } from '../contract.ts';
import { ApartItem } from './apart-item.tsx';
import { BehindNotice } from './behind-notice.tsx';
import { RankedGroup } from './ranked-group.tsx';
import { rankingTexts } from './ranking-texts.ts';
import { RunLink } from './run-link.tsx';

type Ranking = Answer<typeof rankEvaluations>;
/** Against which group the others are held, and whether variants of the model are ranked together. */
type Shown = Request<typeof rankEvaluations>['query'];

interface RankingPartProps {
  problemId: string;
  isStopped: boolean;
}

/** What compares, the best first; and what does not, with the reason and what would make it comparable. */
export function RankingPart({ problemId, isStopped }: RankingPartProps) {
  const t = useTexts(rankingTexts);
  const [shown, setShown] = useState<Shown>({});
  const query = useAnswer(rankEvaluations, { params: { problemId }, query: shown });
  const mine = useAnswer(getMineInProblem, { params: { problemId } }).data;
  const mayLog = !isStopped && (mine?.permissions.includes('run.log') ?? false);
  return (
    <section className="stack" aria-labelledby="evaluation-ranking">
      <h3 id="evaluation-ranking">{t.title}</h3>
      <AwaitQuery query={query} lines={3}>
        {(ranking) => <Ranked {...{ problemId, ranking, mayLog, shown, setShown }} />}
      </AwaitQuery>
    </section>
  );
}

interface RankedProps {
  problemId: string;
  ranking: Ranking;
  mayLog: boolean;
  shown: Shown;
  setShown: (shown: Shown) => void;
}

function Ranked({ problemId, ranking, mayLog, shown, setShown }: RankedProps) {
  const t = useTexts(rankingTexts);
  const { groups, apart, alone, elsewhere, behind, key } = ranking;
  const known = [...groups.flatMap(({ evaluations }) => evaluations), ...alone];
  if (known.length === 0 && elsewhere.length === 0) return <p className="quiet">{t.empty}</p>;
  const held = groups.find((group) => group.key === key);
  // Of a ranking that has no variants there is nothing to ask.
  const hasVariants = known.some(({ variant }) => variant !== null);
  return (
    <>
      {behind ? <BehindNotice {...{ problemId, behind, mayLog }} /> : null}
      {groups.length > 1 ? (
        <NativeSelect
          label={t.group}
          maw="40rem"
          value={key ?? ''}
          data={groups.map((group) => ({
            value: group.key,
            label: t.groupOption({ title: group.title, count: group.evaluations.length }),
          }))}
          onChange={(event) => setShown({ ...shown, key: event.currentTarget.value })}
        />
      ) : null}
      {hasVariants ? (
        <Checkbox
          label={t.together}
          checked={shown.variants === 'together'}
          onChange={(event) => setShown(event.currentTarget.checked ? { variants: 'together' } : {})}
        />
      ) : null}
      {held ? <RankedGroup group={held} /> : null}
      {held && apart.length > 0 ? (
        <div className="stack stack--tight">
          <h4>{t.apart}</h4>
          <p className="quiet">{t.apartLead}</p>
          <ul className="plain-list">
            {apart.map((each) => (
              <ApartItem
                key={each.evaluationId}
                {...{ problemId, each, mayLog }}
                group={held}
                evaluation={known.find(({ id }) => id === each.evaluationId)}
                together={() => setShown({ variants: 'together' })}
              />
            ))}
          </ul>
        </div>
      ) : null}
      <Elsewhere elsewhere={elsewhere} />
    </>
  );
}

/** What is deleted, in the inbox or of another problem now, with what brings it back. */
function Elsewhere({ elsewhere }: Pick<Ranking, 'elsewhere'>) {
  const t = useTexts(rankingTexts);
  if (elsewhere.length === 0) return null;
  return (
    <div className="stack stack--tight">
      <h4>{t.elsewhere}</h4>
      <ul className="plain-list">
        {elsewhere.map(({ evaluation, reason }) => (
          <li key={evaluation.id} className="listing">
            <p>
              <RunLink evaluation={evaluation} />: {reason}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
