/** Front door of the conversation. */
export { openThread } from './open-thread.ts';
export { listAnchors, listParticipants } from './queries.ts';
export { conversationRoutes } from './routes.ts';
export { listOpenSteering, listSteeringEvidence, snapshotOfConversation } from './steering-evidence.ts';
export { conversationGateTexts } from './texts.ts';
