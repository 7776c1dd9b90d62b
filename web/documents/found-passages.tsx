import { Link } from "wouter";
import { formatCount } from "../format.ts";
import { revealHidden } from "../hidden-characters.ts";
import { ShownText } from "../shown-text.tsx";
import { documentAddress } from "./document-address.ts";
import { type Piece, toSnippet } from "./snippet.ts";
import type { Found } from "./use-search.ts";

/** What stands between the headings of a passage's path. */
const SEPARATOR = " › ";

/** The heading of a passage without that of its document, which its title names already. */
export function ownHeading(heading: string): string {
  const [first = "", ...below] = heading.split(SEPARATOR);
  return revealHidden(below.length > 0 ? below.join(SEPARATOR) : first);
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMatch }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change their order
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
}

/** Passages that a search found, the best first; each opens its document at the passage. */
export function FoundPassages({ found: { passages, sources, query } }: { found: Found }) {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  if (passages.length === 0)
    return (
      <p>
        No passage has a word of “{query}”. Try fewer or other words; the documents are in English, and write
        boards and models as their makers do.
      </p>
    );
  return (
    <ol className="found">
      {passages.map(({ id, document, heading, text }) => (
        <li key={id}>
          <h2>
            <Link href={documentAddress(id)}>{ownHeading(heading)}</Link>
          </h2>
          <p className="note">
            <ShownText text={titles.get(document) ?? document} />
          </p>
          {toSnippet(text, query).map((pieces, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a passage never change their order
            <p key={index}>
              <Pieces pieces={pieces} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** How a search stands, in words. */
export function toSearchText(found: Found | undefined, isSearching: boolean): string {
  if (isSearching) return "Searching …";
  return found ? `${formatCount(found.passages.length, "passage")} on “${found.query}”` : "";
}
