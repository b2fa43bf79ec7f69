/** Asks for something small all the time, and answers how long each took. */
export function askMeanwhile(address: string): () => Promise<number[]> {
  const samples: number[] = [];
  const over = new AbortController();
  const asked = (async () => {
    while (!over.signal.aborted) {
      const start = performance.now();
      await (await fetch(`${address}/api/problems`)).text();
      samples.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    over.abort();
    await asked;
    return samples;
  };
}
