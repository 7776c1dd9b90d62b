import { PassageList } from "../chat/citations.tsx";
import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isShape, isString } from "../guards.ts";
import { FoldedCard } from "./card.tsx";

export const isPassages = isShape({
  passages: isListOf(isShape({ id: isString })),
  resolved: isShape({ query: isString, source: isMissingOr(isString) }),
});

/** What a search of the documents found; each passage opens behind its number. */
export function PassagesView({ output: { passages, resolved } }: { output: Guarded<typeof isPassages> }) {
  const { query, source } = resolved;
  const count = formatCount(passages.length, "passage");
  return (
    <FoldedCard
      title={`Documents on “${query}”`}
      hint={source === undefined ? count : `${count} of ${source}`}
    >
      {passages.length === 0 ? (
        <p className="note">No passage matches.</p>
      ) : (
        <PassageList ids={passages.map(({ id }) => id)} />
      )}
    </FoldedCard>
  );
}
