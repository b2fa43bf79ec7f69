/** The front door: what the server and the commands join in, and what others may ask of the trail. */
export { openAuditTrail } from './audit-trail.ts';
export { eraseDetails } from './erase-details.ts';
export { exportAudit } from './export-audit.ts';
export { recordEvents } from './record-events.ts';
export { auditRoutes } from './routes.ts';
export { type AuditVerdict, describeVerdict } from './verdict.ts';
export { verifyDatabase, verifyExport } from './verify-export.ts';
