import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { removeVariant, restoreVariant, type Variant } from '../contract.ts';
import { variantTexts } from './variant-texts.ts';

/** The id of the button that opens the form of a variant. */
export const openerOf = (id: string) => `change-variant-${id}`;

/** Changing a variant, and removing it with undo. */
export function VariantActions({
  problemId,
  variant,
  change,
}: {
  problemId: string;
  variant: Variant;
  change: () => void;
}) {
  const t = useTexts(variantTexts);
  const remove = useAsk(removeVariant);
  const restore = useAsk(restoreVariant);
  const { id: variantId, name } = variant;
  const params = { problemId, variantId };
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return (
    <div className="row small">
      <button id={openerOf(variantId)} type="button" className="button-plain link" onClick={change}>
        {t.edit}
        <span className="unseen"> {name}</span>
      </button>
      <button
        type="button"
        className="button-plain link"
        onClick={() => void remove.mutateAsync({ params }).then(() => say(t.removed({ name }), undo), complain)}
      >
        {t.remove}
        <span className="unseen"> {name}</span>
      </button>
    </div>
  );
}
