/** Front door of checklists. */
export { listWaitingItems } from './checklist-queries.ts';
export { checklistGateTexts, listChecklistEvidence, snapshotOfChecklist } from './gate-evidence.ts';
export { listItemTitles } from './list-item-titles.ts';
export { listOwnedItems, reassignItem } from './owned-items.ts';
export { checklistRoutes } from './routes.ts';
export { shipTemplate } from './ship-template.ts';
