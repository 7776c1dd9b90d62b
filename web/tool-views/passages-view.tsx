import { PassageList } from "../chat/citations.tsx";
import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isShape, isString } from "../guards.ts";
import { Card } from "./card.tsx";

export const isPassages = isShape({
  passages: isListOf(isShape({ id: isString })),
  resolved: isShape({ query: isString }),
});

/** What a search of the documents found; each passage opens behind its number. */
export function PassagesView({ output: { passages, resolved } }: { output: Guarded<typeof isPassages> }) {
  return (
    <Card title={`Documents on “${resolved.query}”`}>
      {passages.length === 0 ? (
        <p className="note">No passage matches.</p>
      ) : (
        <details>
          <summary>{formatCount(passages.length, "passage")}</summary>
          <PassageList ids={passages.map(({ id }) => id)} />
        </details>
      )}
    </Card>
  );
}
