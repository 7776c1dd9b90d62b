import type { Trace } from "../../trial.ts";

/** What a claim rests on: the figure on record, where there is one, and the words that go with it. */
export type Grounds = { figure: string; text: string };

/** What a claim of a trace rests on. */
export function groundsOf(
  { mark, fact: id, reason }: Trace["claims"][number],
  { facts }: Pick<Trace, "facts">,
): Grounds {
  if (mark === "given") return { figure: "", text: "From the question." };
  if (mark === "unverified")
    return {
      figure: "",
      text: `Not verified. ${reason ?? "Neither a tool nor a source backs it."}`,
    };
  const fact = facts.find((one) => one.id === id);
  if (!fact) return { figure: "", text: "Verified: a tool or a passage says so." };
  const { display, label, entity, basis } = fact;
  return { figure: display, text: `${label}, ${entity}. ${basis}` };
}
