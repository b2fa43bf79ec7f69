/** What every station gets when it opens in place. */
export interface StationProps {
  problemId: string;
  /** the field asked for by the address (`?field=...`), where a link went to one */
  field: string | undefined;
  setField: (field: string | undefined) => void;
  /** stopped by a no-go, or only to be read by this person */
  isReadOnly: boolean;
  /** what stands at this station but is written by whoever writes in the problem */
  mayWrite: boolean;
  /** stopped by a no-go: nobody changes anything */
  isStopped: boolean;
}
