import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Evaluation } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

/** While it is measured, how far that is; where it failed, why. Nothing once it is done. */
export function EvaluationProgress({ state, progress, failure }: Pick<Evaluation, 'state' | 'progress' | 'failure'>) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  if (failure)
    return (
      <p className="note" role="alert">
        {t.failed} {failure.message}
      </p>
    );
  if (state === 'done' || state === 'failed') return null;
  return (
    <div className="stack stack--tight">
      <output>{state === 'waiting' ? t.waiting : t.working({ share: formats.percent(progress, 0) })}</output>
      <progress className="evaluation__progress" aria-label={t.progress} value={progress} max={1} />
    </div>
  );
}
