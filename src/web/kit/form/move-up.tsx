import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { say } from '../toast/toast-list.ts';

interface MoveUpProps {
  /** what it moves, for who hears the button */
  what: string;
  id: string;
  /** all of them, as they stand now */
  ids: readonly string[];
  order: (ids: string[]) => Promise<unknown>;
}

/** Puts one thing of a list before its neighbour; the first one has nowhere to go. */
export function MoveUp({ what, id, ids, order }: MoveUpProps) {
  const t = useTexts(kitTexts);
  const at = ids.indexOf(id);
  if (at < 1) return null;
  const move = () => {
    const moved = [...ids];
    moved.splice(at - 1, 0, ...moved.splice(at, 1));
    order(moved).catch((error: Error) => say(error.message));
  };
  return (
    <button type="button" className="button-plain link" onClick={move}>
      {t.moveUp}
      <span className="unseen"> {what}</span>
    </button>
  );
}
