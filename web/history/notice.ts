/** What was done last, in words; `undo` takes it back, until something else is done. */
export type Notice = { text: string; isProblem?: boolean; undo?: () => Promise<void> };
