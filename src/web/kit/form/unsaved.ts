interface Saving {
  flush: () => Promise<boolean>;
}

/** Whoever waits longer for a save hears that it is not done yet, and may choose. */
const patience_ms = 5000;
const onThePage = new Set<Saving>();

/** From now on going elsewhere waits for this too; answers how that ends. */
export function saveBeforeGoing(saving: Saving): () => void {
  onThePage.add(saving);
  return () => void onThePage.delete(saving);
}

/** Saves everything on the page that saves itself; answers whether nothing typed would be lost by going. */
export async function isEverythingSaved(): Promise<boolean> {
  if (onThePage.size === 0) return true;
  const all = Promise.all([...onThePage].map((saving) => saving.flush()));
  const late = Promise.withResolvers<boolean[]>();
  const timer = setTimeout(() => late.resolve([false]), patience_ms);
  const answers = await Promise.race([all, late.promise]);
  clearTimeout(timer);
  return answers.every(Boolean);
}
