/** What the shell and the pages of problems show of the trail. Names come from them: audit knows only ids. */
export { AuditTrail } from './audit-trail.tsx';
export { describeType, typesByArea } from './describe-event.ts';
export { ProblemAudit } from './problem-audit.tsx';
