import { isToolUIPart, type UIMessage } from "ai";
import { isListOf, isMissingOr, isRecord, isShape, isString } from "../guards.ts";
import { placeOf } from "./stub.ts";

type Parts = UIMessage["parts"];

const hasFacts = isShape({
  facts: isListOf(isShape({ id: isString, basis: isShape({ inputs: isMissingOr(isListOf(isString)) }) })),
});

/** The facts of the results side by side, as an answer lists them: their ids carry the number of the result. */
function factsOfResults(parts: Parts): object[] {
  const results = parts.filter(isToolUIPart).filter(({ state }) => state === "output-available");
  return results.flatMap(({ output }, index) => {
    if (!hasFacts(output)) return [];
    const rename = (id: string) => `${index + 1}.${id}`;
    return output.facts.map(({ basis, ...fact }) => {
      const { inputs } = basis;
      return {
        ...fact,
        id: rename(fact.id),
        basis: inputs ? { ...basis, inputs: inputs.map(rename) } : basis,
      };
    });
  });
}

function withAnswer(parts: Parts, change: (answer: Record<string, unknown>) => object): Parts {
  return parts.map((part) =>
    part.type === "data-answer" && "data" in part && isRecord(part.data)
      ? { ...part, data: change(part.data) }
      : part,
  );
}

/**
 * A message as it is kept. An answer repeats the turns before its question and the facts of its results, which is a
 * third of it: the turns are messages themselves, and the facts are left out where {@link fromKept} finds them again.
 */
export function toKept(message: UIMessage): UIMessage {
  const { id, role, parts } = message;
  const again = factsOfResults(parts);
  const kept = withAnswer(parts, ({ facts, ...answer }) => {
    const isAgain = again.length > 0 && JSON.stringify(facts) === JSON.stringify(again);
    return { ...answer, history: [], ...(!isAgain && facts !== undefined && { facts }) };
  });
  return placeOf(message) === undefined ? { ...message, parts: kept } : { id, role, parts };
}

/** The message as it was before it was kept. */
export function fromKept(message: UIMessage): UIMessage {
  const facts = factsOfResults(message.parts);
  if (facts.length === 0) return message;
  return { ...message, parts: withAnswer(message.parts, (answer) => ({ facts, ...answer })) };
}
