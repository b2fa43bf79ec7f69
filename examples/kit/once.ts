/** Done when it is asked for the first time, and once in a process: an example that is taken up again need not count again. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => (done ??= work());
}
