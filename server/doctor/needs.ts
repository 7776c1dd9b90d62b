/** Tokens that the advisor's longest prompt takes, and the room its answer wants. */
export type Needs = { promptTokens: number; answerTokens: number };

/** What the advisor needs unless it says otherwise. */
export const usualNeeds: Needs = { promptTokens: 3500, answerTokens: 1000 };

/** The context to load a model with: the next power of two that holds prompt and answer, with room for a history. */
export const ADVISOR_CONTEXT = 8192;
