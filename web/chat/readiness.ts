import { isMissingOr, isShape, isString } from "../guards.ts";

const isReady = isShape({ model: isString });
const isNotReady = isShape({
  error: isShape({ code: isString, message: isString, fix: isMissingOr(isString) }),
});

/** Who would answer a question now: a model by its name, one that cannot yet, or nobody who can be reached. */
export type Readiness =
  | { state: "unknown" }
  | { state: "ready"; model: string }
  | { state: "not-ready"; code: string; message: string; fix?: string | undefined }
  | { state: "lost" };

/** What the server's answer about itself means; one that says nothing of the kind leaves it unknown. */
export function toReadiness(body: unknown): Readiness {
  if (isReady(body)) return { state: "ready", model: body.model };
  if (isNotReady(body)) return { state: "not-ready", ...body.error };
  return { state: "unknown" };
}

/** Asks the server who would answer. */
export async function findReadiness(): Promise<Readiness> {
  try {
    const response = await fetch("/readyz");
    return toReadiness(await response.json().catch(() => undefined));
  } catch {
    return { state: "lost" };
  }
}
