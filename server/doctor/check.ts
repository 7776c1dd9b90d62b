/** How a line of the doctor stands: only a problem keeps the advisor from working as it should. */
export type CheckState = "ok" | "warning" | "problem" | "information";

/** One thing that was looked at; `id` is stable, `fix` the command that mends it. */
export type Check = { id: string; state: CheckState; title: string; message: string; fix?: string };
