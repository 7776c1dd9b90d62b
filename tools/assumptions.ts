import type { Assumption } from "../knowledge/evidence-schema.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

/** Knowledge that remembers which assumptions were asked of it, so that a result can cite them all. */
export function recordAssumptions(knowledge: Knowledge): { knowledge: Knowledge; sources(): string[] } {
  const used = new Map<string, Assumption>();
  const recording: Knowledge = Object.create(knowledge, {
    assumption: {
      value(id: string): Assumption {
        const assumption = knowledge.assumption(id);
        used.set(id, assumption);
        return assumption;
      },
    },
  });
  return {
    knowledge: recording,
    sources() {
      const found = new Set<string>();
      for (const { source } of used.values()) for (const id of source) found.add(id);
      return [...found];
    },
  };
}
