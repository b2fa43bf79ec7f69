import { createContext, useContext } from 'react';

/** Whether the conversation can only be read: the page of a stopped problem says so to everything in it. */
const ClosedContext = createContext(false);

export const ConversationClosed = ClosedContext.Provider;
export const useIsClosed = (): boolean => useContext(ClosedContext);
