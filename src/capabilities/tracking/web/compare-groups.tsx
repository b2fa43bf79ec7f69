import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ComparableRuns, RunComparison } from '../contract.ts';
import { compareTexts } from './compare-texts.ts';

/** So many are named; the table has them all. */
const named = 5;

/** What does not compare with the first group, with the reason and what would make it comparable. */
export function CompareGroups({ comparison: { groups, runs } }: { comparison: RunComparison }) {
  const t = useTexts(compareTexts);
  const [first, ...others] = groups;
  if (!first || others.length === 0) return null;
  const names = new Map(runs.map(({ id, name }) => [id, name]));
  const variant = first.variant === null ? '' : t.ofVariant({ variant: first.variant });
  return (
    <section className="stack" aria-labelledby="compare-apart">
      <h2 id="compare-apart">{t.apart}</h2>
      <p className="quiet">{t.apartLead}</p>
      {first.isKnown ? (
        <p>{t.firstGroup({ runs: t.runs({ count: first.runIds.length }), protocol: first.protocol, variant })}</p>
      ) : null}
      <ul className="plain-list compare__groups">
        {others.map((group, index) => (
          <Apart key={`${group.protocol} ${group.variant ?? ''}`} number={index + 2} {...{ group, names }} />
        ))}
      </ul>
    </section>
  );
}

interface ApartProps {
  number: number;
  group: ComparableRuns;
  names: ReadonlyMap<string, string>;
}

function Apart({ number, group: { runIds, reasons, repair }, names }: ApartProps) {
  const t = useTexts(compareTexts);
  const more = runIds.length - named;
  return (
    <li className="stack stack--tight">
      <strong>
        {t.group({ number })} · {t.runs({ count: runIds.length })}
      </strong>
      <span className="compare__names">
        {runIds.slice(0, named).map((runId) => (
          <Link key={runId} to="/runs/$runId" params={{ runId }}>
            {names.get(runId)}
          </Link>
        ))}
        {more > 0 ? <span className="quiet">{t.more({ count: more })}</span> : null}
      </span>
      <span>{reasons.join(' ')}</span>
      {repair === null ? null : <span className="quiet">{repair}</span>}
    </li>
  );
}
