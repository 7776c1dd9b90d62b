import { z } from "zod";
import type { Turn } from "../../server/built-in/turn.ts";

/** Who has no config is asked on this machine; a token only where the server has one. */
const Options = z.object({
  config: z
    .object({ endpoint: z.url().default("http://127.0.0.1:7860"), token: z.string().optional() })
    .prefault({}),
});
const Context = z.object({ vars: z.object({ before: z.array(z.string()).default([]) }) });
const Reply = z.looseObject({ answer: z.string() });

/** What promptfoo takes from a provider; the whole answer rides along for whoever scores it. */
type Response = { output: string; metadata: { answer: z.output<typeof Reply> } } | { error: string };

async function post({ config }: z.output<typeof Options>, question: string, history: readonly Turn[]) {
  const response = await fetch(new URL("/api/ask", config.endpoint), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(config.token !== undefined && { authorization: `Bearer ${config.token}` }),
    },
    body: JSON.stringify({ question, history }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return Reply.parse(await response.json());
}

/** Asks the turns of a case one after the other; the last answer is the one to score. */
async function converse(options: z.output<typeof Options>, turns: readonly string[]): Promise<Response> {
  const history: Turn[] = [];
  for (const question of turns.slice(0, -1)) {
    const { answer } = await post(options, question, history);
    history.push({ role: "user", text: question }, { role: "assistant", text: answer });
  }
  const answer = await post(options, turns.at(-1) ?? "", history);
  return { output: answer.answer, metadata: { answer } };
}

/**
 * A provider of promptfoo, which reads it from the default export and calls it with "new", taking what is returned: it
 * asks a running server over HTTP.
 */
export default function createProvider(options: unknown) {
  const settings = Options.parse(options ?? {});
  return {
    id: () => "jetson-advisor",
    async callApi(prompt: string, context: unknown): Promise<Response> {
      const { before } = Context.parse(context).vars;
      return converse(settings, [...before, prompt]).catch((thrown: unknown) => ({
        error: `Cannot get an answer from ${settings.config.endpoint}: ${thrown instanceof Error ? thrown.message : String(thrown)}. Start it with: npm start`,
      }));
    },
  };
}
