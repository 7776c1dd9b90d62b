import type { InferResponseType } from "hono/client";
import type { createRoutes } from "../api.ts";
import type { ShownCheck } from "./check-groups.ts";

/** What the server tells of itself. */
export type Status = InferResponseType<ReturnType<typeof createRoutes>["api"]["status"]["$get"]>;
export type Memory = NonNullable<Status["memory"]>;

const BUILT_IN = "built-in";

/** Whether the doctor's own look at the server says that nobody answers there. */
function isServerDown({ report }: Status): boolean {
  return report?.checks.some(({ id, state }) => id === "server" && state === "problem") ?? false;
}

/** Who answers, and why not, as far as no check of the doctor says the same. */
function answersChecks(status: Status): ShownCheck[] {
  const { model, readiness, report } = status;
  const head = { id: "answers", title: "Answers" };
  if (!readiness.ready) {
    const { code, message, fix } = readiness;
    if (code === "llm-unreachable" && isServerDown(status)) return [];
    return [{ ...head, state: "problem", message, fix }];
  }
  if (!report) return [{ ...head, state: "ok", message: `${model} answers.` }];
  if (model !== BUILT_IN || !report.server) return [];
  return [
    {
      ...head,
      state: "information",
      message: `A model server is at ${report.server.endpoint}, and the built-in answerer answers: it was chosen, or the server had no model when the advisor was started. Start the advisor again to use the server.`,
    },
  ];
}

/** Everything that was looked at, who answers and the version of the program among it. */
export function checksOf(status: Status): ShownCheck[] {
  const { program, report } = status;
  const version: ShownCheck[] = program
    ? [{ id: "version", state: "ok", title: "Version", message: `Jetson Advisor ${program.version}.` }]
    : [];
  return [...answersChecks(status), ...version, ...(report?.checks ?? [])];
}
