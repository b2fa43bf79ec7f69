import { AlikeFollowed, AlikePress } from '../../capabilities/evaluation/web/index.tsx';
import type { AlikeParts } from '../../capabilities/tracking/web/compare-groups.tsx';
import { ComparePage as Page } from '../../capabilities/tracking/web/compare-page.tsx';

const alike: AlikeParts = { Press: AlikePress, Followed: AlikeFollowed };

/** Runs side by side, with the press that makes what was evaluated elsewhere compare. */
export function ComparePage() {
  return <Page alike={alike} />;
}
