import { z } from "zod";
import { AppError } from "../../knowledge/errors.ts";

const AskRequest = z.strictObject({
  question: z.string().trim().min(1),
  history: z.array(z.strictObject({ role: z.enum(["user", "assistant"]), text: z.string() })).default([]),
});

/** One question of a script, with the turns before it; only words are read, so that no figure can be passed off as computed. */
export function parseAsk(body: unknown): z.output<typeof AskRequest> {
  const request = AskRequest.safeParse(body);
  if (request.success) return request.data;
  throw new AppError(
    "invalid-input",
    `Cannot answer: wanted {"question": "…", "history": [{"role": "user", "text": "…"}]}, the history as far as there is one. ${z.prettifyError(request.error)}`,
  );
}
