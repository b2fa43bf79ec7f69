/** How far the building is: a share from 0 to 1 and what is being done, in the reader's language. */
export type ReportProgress = (share: number, what: string) => void;

/** A guided example: it fills an empty Peil by the public API, as a person or a program would. */
export interface Example {
  /** @param address of the running server, with a slash at its end */
  build(address: string, report: ReportProgress): Promise<void>;
}

/** The example that comes with this Peil; null when it has none. */
export async function findExample(): Promise<Example | null> {
  return null;
}
