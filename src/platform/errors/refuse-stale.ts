import { platformErrors } from './platform-errors.ts';

/** Throws 409 with both texts where the caller changed another version than the current one. */
export function refuseStale(
  versions: { given: number; current: number },
  texts: { yours: unknown; theirs: unknown },
): void {
  if (versions.given !== versions.current) throw platformErrors.changedMeanwhile({ ...texts, ...versions });
}
