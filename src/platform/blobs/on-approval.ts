import type { Sha256 } from './sha256.ts';

interface Visit {
  /** how many are still deciding */
  deciding: number;
  /** the bytes came with one of them */
  isBrought: boolean;
  /** somebody keeps them */
  isKept: boolean;
}

interface Steps<T> {
  /** puts the bytes in their place; answers whether they were not there yet */
  bring: () => Promise<boolean>;
  /** what they are for; where it throws they are not kept for this */
  use: (isNew: boolean) => Promise<T>;
  takeAway: () => Promise<void>;
}

/**
 * Bytes whose use may still be refused. They are taken away again once the last who decides has left and nobody kept them; who
 * brings the same bytes while they are being taken away waits for that, and then brings them anew.
 */
export class OnApproval {
  readonly #visits = new Map<Sha256, Visit>();
  readonly #leaving = new Map<Sha256, Promise<void>>();

  async during<T>(sha256: Sha256, { bring, use, takeAway }: Steps<T>): Promise<T> {
    const visit = await this.#enter(sha256);
    try {
      const isNew = await bring();
      visit.isBrought ||= isNew;
      const used = await use(isNew);
      visit.isKept = true;
      return used;
    } finally {
      await this.#leave(sha256, visit, takeAway);
    }
  }

  async #enter(sha256: Sha256): Promise<Visit> {
    for (let leaving = this.#leaving.get(sha256); leaving; leaving = this.#leaving.get(sha256))
      await leaving.catch(() => {});
    const visit = this.#visits.get(sha256) ?? { deciding: 0, isBrought: false, isKept: false };
    visit.deciding += 1;
    this.#visits.set(sha256, visit);
    return visit;
  }

  async #leave(sha256: Sha256, visit: Visit, takeAway: () => Promise<void>): Promise<void> {
    visit.deciding -= 1;
    if (visit.deciding > 0) return;
    this.#visits.delete(sha256);
    if (visit.isKept || !visit.isBrought) return;
    const leaving = takeAway().finally(() => this.#leaving.delete(sha256));
    this.#leaving.set(sha256, leaving);
    await leaving;
  }
}
