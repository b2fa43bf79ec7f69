/** What other pages show of the conversation. */
export { ConversationClosed } from './closed-context.ts';
export { ConversationPart, type NameOfAnchor } from './conversation-part.tsx';
export { Talk } from './talk.tsx';
export { useTalkedOf } from './use-talked-of.ts';
