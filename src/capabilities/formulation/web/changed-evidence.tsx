import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Difference } from '../../decisions/contract.ts';
import { DifferencesTable } from './differences-table.tsx';
import { gatePageTexts } from './gate-page-texts.ts';
import { nothingKnown } from './name-of-place.ts';

/** What others changed while somebody wrote their decision: read before it is put under what stands there now. */
export function ChangedEvidence({ changed }: { changed: readonly Difference[] }) {
  const texts = useTexts(gatePageTexts);
  if (changed.length === 0) return null;
  return (
    <div className="stack stack--tight">
      <h4>{texts.changedMeanwhile}</h4>
      <DifferencesTable
        label={texts.changedMeanwhile}
        before={texts.whenBegun}
        after={texts.asItIs}
        differences={changed}
        snapshot={nothingKnown}
      />
    </div>
  );
}
