/** What each part of the assessment gets. */
export interface PartProps {
  problemId: string;
  /** stopped, or not a risk manager */
  isReadOnly: boolean;
}
