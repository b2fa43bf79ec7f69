import { createContext, type ReactNode, useContext } from 'react';

/** A thing of the data of a problem. */
export type BesideThing =
  | { kind: 'source'; sourceId: string }
  | { kind: 'column'; datasetId: string; column: string }
  | { kind: 'segment'; datasetId: string; segment: string };

export interface BesideProps {
  problemId: string;
  thing: BesideThing;
  /** what it is called, as it stands there */
  label: string;
  /** of a column: single values that may be spoken of instead; null for what is missing */
  values?: readonly (string | null)[];
  /** shows what there is, and offers no writing: it is written elsewhere */
  isOnlyShown?: boolean;
}

const BesideContext = createContext<((given: BesideProps) => ReactNode) | null>(null);

/** The app says what stands beside things: who has it may stand above who shows the thing, and is not imported there. */
export const BesideProvider = BesideContext.Provider;

/** What others have to say of a thing, beside it; nothing where the app gives nothing. */
export function Beside(given: BesideProps) {
  return useContext(BesideContext)?.(given) ?? null;
}
