import { PassageList } from "../chat/citations.tsx";
import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isShape, isString } from "../guards.ts";
import { FoldedCard } from "./card.tsx";

export const isPassages = isShape({
  passages: isListOf(isShape({ id: isString })),
  sources: isMissingOr(isListOf(isShape({ id: isString, title: isString }))),
  resolved: isShape({ query: isString, source: isMissingOr(isString) }),
});

/** What a search of the documents found; each passage opens behind its number. */
export function PassagesView({ output }: { output: Guarded<typeof isPassages> }) {
  const { passages, sources = [], resolved } = output;
  const { query, source } = resolved;
  const place = sources.find(({ id }) => id === source)?.title ?? source ?? "the documents";
  if (passages.length === 0)
    return (
      <p className="note">
        Nothing in {place} on “{query}”.
      </p>
    );
  return (
    <FoldedCard title={`${formatCount(passages.length, "passage")} of ${place}`} hint={`on “${query}”`}>
      <PassageList ids={passages.map(({ id }) => id)} />
    </FoldedCard>
  );
}
