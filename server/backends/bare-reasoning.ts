import type { LanguageModelV4Middleware, LanguageModelV4StreamPart } from "@ai-sdk/provider";

type Part = LanguageModelV4StreamPart;
const opening = "<think>";
const closing = "</think>";

/** Models that think before they speak, whatever they are told, by the words of their names. */
const thinkers = /(?:^|[^a-z])(?:r1|qwq|thinking|think|reasoner|reasoning|magistral)(?:[^a-z]|$)/i;

/** What is known of the model's thinking, kept between its replies. */
export type ThinkingHabit = {
  /** Whether text is held until it is known not to be thinking. */
  hold: boolean;
  /** Whether it is held in every reply, whatever the last one was like. */
  readonly always: boolean;
};

/** Text is held from the first reply on where the name tells a thinker, or where the server leaves thinking in the text. */
export function createThinkingHabit(model: string, separatesReasoning: boolean): ThinkingHabit {
  const always = thinkers.test(model);
  return { always, hold: always || !separatesReasoning };
}

function asReasoning(text: string): Part[] {
  const id = "reasoning-bare";
  return [
    { type: "reasoning-start", id },
    { type: "reasoning-delta", id, delta: text },
    { type: "reasoning-end", id },
  ];
}

/** Splits off thinking that has an end but no beginning, because the prompt held the opening tag. */
function createSplitter(habit: ThinkingHabit) {
  let text = "";
  let held: Part[] = [];
  let decided = !habit.hold;
  // The blank lines between thinking and text belong to neither.
  let trimming = false;
  const release = () => {
    const parts = held;
    decided = true;
    held = [];
    return parts;
  };
  return (part: Part): Part[] => {
    if (part.type === "text-delta") text += part.delta;
    if (decided) {
      if (trimming && part.type === "text-delta") {
        const delta = part.delta.trimStart();
        trimming = delta === "";
        return [{ ...part, delta }];
      }
      // Too late for this reply, not for the next.
      if (part.type === "text-delta" && text.includes(closing) && !text.includes(opening)) habit.hold = true;
      return [part];
    }
    if (part.type === "text-start") {
      held.push(part);
      return [];
    }
    if (part.type === "text-delta") {
      const at = text.indexOf(closing);
      if (text.trimStart().startsWith(opening)) return [...release(), { ...part, delta: text }];
      if (at < 0) return [];
      const rest = text.slice(at + closing.length).trimStart();
      trimming = rest === "";
      return [...asReasoning(text.slice(0, at)), ...release(), { ...part, delta: rest }];
    }
    if (part.type !== "text-end") return [part];
    // A whole reply without the tag: this model, on this server, does not think aloud.
    habit.hold = habit.always;
    return [...release(), ...(text ? [{ type: "text-delta" as const, id: part.id, delta: text }] : []), part];
  };
}

/** Keeps thinking without an opening tag out of the text; `habit` is shared by all turns with the model. */
export function bareReasoningMiddleware(habit: ThinkingHabit): LanguageModelV4Middleware {
  return {
    specificationVersion: "v4",
    async wrapStream({ doStream }) {
      const { stream, ...rest } = await doStream();
      const split = createSplitter(habit);
      const parted = new TransformStream<Part, Part>({
        transform(part, controller) {
          for (const ready of split(part)) controller.enqueue(ready);
        },
      });
      return { stream: stream.pipeThrough(parted), ...rest };
    },
  };
}
