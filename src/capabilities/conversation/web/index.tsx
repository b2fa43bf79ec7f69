/** What other pages show of the conversation. */
export { anchorKey } from './anchor-key.ts';
export { ConversationClosed } from './closed-context.ts';
export { ConversationPart, type NameOfAnchor } from './conversation-part.tsx';
export { Talk } from './talk.tsx';
