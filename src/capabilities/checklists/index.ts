/** Front door of checklists. */
export { listOpenItemsOf, type OpenItem } from './checklist-queries.ts';
export {
  type ChecklistEvidence,
  checklistGateTexts,
  listChecklistEvidence,
  snapshotOfChecklist,
} from './gate-evidence.ts';
export { checklistRoutes } from './routes.ts';
export { shipTemplate } from './ship-template.ts';
