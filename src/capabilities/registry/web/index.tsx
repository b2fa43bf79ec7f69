/** What the shell shows of the registry. */
export { ModelInbox } from './model-inbox.tsx';
