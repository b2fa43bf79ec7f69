import { dataEngineerItems, dataScientistItems } from './shipped-data-items.ts';
import { smeItems, sponsorItems } from './shipped-business-items.ts';
import type { ShippedItem } from './shipped-item.ts';
import { analyticsArchitectItems, riskManagerItems, softwareEngineerItems } from './shipped-technical-items.ts';
import { type ChecklistRole, checklistRoles, type TemplateItem } from './template-contract.ts';

const byRole: Record<ChecklistRole, readonly ShippedItem[]> = {
  sme: smeItems,
  data_scientist: dataScientistItems,
  data_engineer: dataEngineerItems,
  software_engineer: softwareEngineerItems,
  analytics_architect: analyticsArchitectItems,
  risk_manager: riskManagerItems,
  sponsor: sponsorItems,
};

/** The checklist that comes with Peil: version 1 of every installation, from the requirements of the seven roles. */
export const shippedTemplate: readonly TemplateItem[] = checklistRoles.flatMap((role) =>
  byRole[role].map((item) => ({ ...item, key: `${role}.${item.key}`, role, isRetired: false })),
);
