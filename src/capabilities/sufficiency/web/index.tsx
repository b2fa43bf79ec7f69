/** What other pages show of sufficiency. */
export { EnoughPart } from './enough-part.tsx';
