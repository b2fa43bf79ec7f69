import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ComparableRuns, ComparedRun, RunComparison } from '../contract.ts';
import { compareTexts } from './compare-texts.ts';

/** So many are named; the table has them all. */
const named = 5;

interface EvaluatedRun {
  name: string;
  evaluationId: string;
}

/** How what was evaluated elsewhere is made to compare: of the capability that evaluates, joined to the page by `web/app`. */
export interface AlikeParts {
  Press: (props: {
    problemId: string;
    /** evaluation of a run that they would compare with */
    like: string;
    runs: readonly EvaluatedRun[];
    variants: 'apart' | 'together';
    repair: string;
    begun: (evaluations: readonly EvaluatedRun[]) => void;
  }) => ReactNode;
  Followed: (props: { problemId: string; begun: readonly EvaluatedRun[] }) => ReactNode;
}

interface CompareGroupsProps {
  problemId: string;
  comparison: RunComparison;
  variants: 'apart' | 'together';
  alike: AlikeParts;
}

/** What does not compare with the first group, with the reason and what would make it comparable. */
export function CompareGroups({ problemId, comparison, variants, alike: { Press, Followed } }: CompareGroupsProps) {
  const t = useTexts(compareTexts);
  const [begun, setBegun] = useState<readonly EvaluatedRun[]>([]);
  const { groups, runs, protocol } = comparison;
  const [first, ...others] = groups;
  if (!first || (others.length === 0 && begun.length === 0)) return null;
  const known = new Map(runs.map((run) => [run.id, run]));
  const like = likeOf(comparison);
  return (
    <section className="stack" aria-labelledby="compare-apart">
      <h2 id="compare-apart">{t.apart}</h2>
      <p className="quiet">{others.length === 0 ? t.apartNone : t.apartLead}</p>
      <First group={first} />
      {begun.length > 0 ? <Followed key={begun[0]?.evaluationId} problemId={problemId} begun={begun} /> : null}
      <ul className="plain-list compare__groups">
        {others.map((group, index) => {
          const members = group.runIds.flatMap((id) => known.get(id) ?? []);
          return (
            <Apart key={group.runIds[0]} number={index + 2} isCounted={protocol !== null} {...{ group, members }}>
              <Repair
                {...{ problemId, like, variants, members, Press }}
                repair={group.repair ?? ''}
                begun={(made) => setBegun([...made, ...begun])}
              />
            </Apart>
          );
        })}
      </ul>
    </section>
  );
}

/** Of the best, or of any that compares with it; nothing where runs are judged by what their client measured. */
function likeOf({ runs, groups, bestId, protocol }: RunComparison): string | undefined {
  if (protocol === null) return undefined;
  const id = bestId ?? groups[0]?.runIds[0];
  return runs.find((run) => run.id === id)?.evaluation?.id;
}

function First({ group: { runIds, protocol, variant, isKnown } }: { group: ComparableRuns }) {
  const t = useTexts(compareTexts);
  if (!isKnown) return null;
  const ofVariant = variant === null ? '' : t.ofVariant({ variant });
  return <p>{t.firstGroup({ runs: t.runs({ count: runIds.length }), protocol, variant: ofVariant })}</p>;
}

interface RepairProps extends Omit<Parameters<AlikeParts['Press']>[0], 'like' | 'runs'> {
  like: string | undefined;
  members: readonly ComparedRun[];
  Press: AlikeParts['Press'];
}

/** Of what was evaluated the press; of the rest what would make it comparable, in words. */
function Repair({ like, members, Press, ...given }: RepairProps) {
  const evaluated = members.flatMap(({ name, evaluation }) =>
    evaluation ? [{ name, evaluationId: evaluation.id }] : [],
  );
  if (like === undefined || evaluated.length === 0) return <span className="quiet">{given.repair}</span>;
  return <Press {...given} like={like} runs={evaluated} />;
}

interface ApartProps {
  number: number;
  group: ComparableRuns;
  members: readonly ComparedRun[];
  /** what would make them comparable stands with the evaluations of a run */
  isCounted: boolean;
  children: ReactNode;
}

function Apart({ number, group: { reasons }, members, isCounted, children }: ApartProps) {
  const t = useTexts(compareTexts);
  const more = members.length - named;
  return (
    <li className="stack stack--tight">
      <strong>
        {t.group({ number })} · {t.runs({ count: members.length })}
      </strong>
      <span className="compare__names">
        {members.slice(0, named).map(({ id, name }) => (
          <Link key={id} to="/runs/$runId" params={{ runId: id }} {...(isCounted ? { hash: 'evaluations' } : {})}>
            {name}
          </Link>
        ))}
        {more > 0 ? <span className="quiet">{t.more({ count: more })}</span> : null}
      </span>
      <span>{reasons.join(' ')}</span>
      {children}
    </li>
  );
}
