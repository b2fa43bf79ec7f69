import './compare.css';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../../web/kit/api/call.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { compareRuns, type RunComparison } from '../contract.ts';
import { CompareChoice } from './compare-choice.tsx';
import { CompareCode } from './compare-code.tsx';
import { type AlikeParts, CompareGroups } from './compare-groups.tsx';
import { ComparePlots } from './compare-plots.tsx';
import { CompareTable } from './compare-table.tsx';
import { compareTexts } from './compare-texts.ts';
import { type ComparedChange, readComparedChoice } from './compared-choice.ts';

const from = '/problems/$problemId/runs/compare';

/** Runs that were chosen, or those of a search, side by side: in sentences, in charts, in a table, and their code. */
export function ComparePage({ alike }: { alike: AlikeParts }) {
  const t = useTexts(compareTexts);
  const { problemId } = useParams({ from });
  const choice = useSearch({ from });
  const navigate = useNavigate({ from });
  const locale = useLocale();
  const asking = { params: { problemId }, query: choice };
  const query = useQuery({
    queryKey: [compareRuns.id, asking, locale],
    queryFn: () => call(compareRuns, asking),
    placeholderData: keepPreviousData,
  });
  const choose = (next: ComparedChange) =>
    void navigate({ search: readComparedChoice({ ...choice, ...next }), replace: true, resetScroll: false });
  return (
    <Page
      title={t.title}
      above={
        <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'runs' }} className="small">
          {t.back}
        </Link>
      }
    >
      <AwaitQuery query={query} lines={10}>
        {(comparison) => (
          <Compared {...{ problemId, comparison, choose, alike }} variants={choice.variants ?? 'apart'} />
        )}
      </AwaitQuery>
    </Page>
  );
}

interface ComparedProps {
  problemId: string;
  comparison: RunComparison;
  variants: 'apart' | 'together';
  choose: (next: ComparedChange) => void;
  alike: AlikeParts;
}

function Compared({ problemId, comparison, variants, choose, alike }: ComparedProps) {
  const t = useTexts(compareTexts);
  const formats = useFormats();
  const { runs, total, finding, leftOut } = comparison;
  if (runs.length === 0) return <p className="quiet">{t.none}</p>;
  return (
    <div className="stack stack--wide">
      <section className="stack">
        {runs.length === 1 ? <p>{t.one}</p> : <p className="compare__finding">{finding.join(' ')}</p>}
        {total > runs.length ? (
          <p className="small quiet">{t.cut({ shown: runs.length, total: formats.number(total, 0) })}</p>
        ) : null}
        <CompareChoice {...{ comparison, variants, choose }} />
      </section>
      <CompareGroups {...{ problemId, comparison, variants, alike }} />
      {runs.length > 1 ? <ComparePlots comparison={comparison} /> : null}
      <CompareTable {...{ problemId, comparison }} />
      {leftOut > 0 ? <p className="small quiet">{t.leftOut({ count: leftOut })}</p> : null}
      {runs.length > 1 ? <CompareCode {...{ problemId, comparison }} /> : null}
    </div>
  );
}
