/** Front door of value in the browser: the model where it is written, and what it says. */
export { ModelEditor, StillNeeded } from './model-editor.tsx';
export type { Draft } from './draft-path.ts';
export type { DraftEditing } from './draft-context.ts';
export { differingFigures } from './differing-figures.ts';
export { nameOfLeaf } from './name-of-path.ts';
export { resultTexts } from './result-texts.ts';
export { valueAt as figureAtPath } from './draft-path.ts';
export { sayFigure } from './say-figure.ts';
export { ValueResults } from './value-results.tsx';
export { useEvaluation } from './use-evaluation.ts';
