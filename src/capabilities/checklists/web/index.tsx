/** What other pages show of checklists. */
export { ChecklistPart } from './checklist-part.tsx';
