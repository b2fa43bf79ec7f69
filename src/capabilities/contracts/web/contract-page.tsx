import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { readContract } from '../contract.ts';
import { ContractPart } from './contract-part.tsx';
import { contractTexts } from './texts.ts';

/** The contract of one data set. */
export function ContractPage() {
  const t = useTexts(contractTexts);
  const { problemId, datasetId } = useParams({ from: '/problems/$problemId/data/$datasetId/contract' });
  const contract = useAnswer(readContract, { params: { problemId, datasetId } });
  const above = (
    <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'data' }} className="small">
      {t.back}
    </Link>
  );
  const title = contract.data ? t.title({ name: contract.data.datasetName }) : t.titleAlone;
  return (
    <Page title={title} lead={t.lead} above={above}>
      <AwaitQuery query={contract} lines={10}>
        {(shown) => <ContractPart problemId={problemId} contract={shown} />}
      </AwaitQuery>
    </Page>
  );
}
