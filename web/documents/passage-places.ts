/** The part of a Markdown tree that matters here. */
type Node = {
  type: string;
  depth?: number;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
  data?: { hProperties?: Record<string, string> };
};

/** A passage by its section, and where it stands in the text that is shown. */
export type Place = { section: string; start: number; end: number };

/** Below the page's own heading. */
const HIGHEST = 2;
const LOWEST = 6;
/** Blocks of which several passages may have a part each; of a table nothing but its rows can carry a mark. */
const shared = new Set(["root", "list", "table", "blockquote"]);

/** The id of the element at which a passage begins; headings may be named as parts of the page are. */
export function elementIdOf(section: string): string {
  return `passage-${section}`;
}

/** Gives out marks: the first element of a passage carries its id, and each one its section. */
function createMarker() {
  const begun = new Set<string>();
  return (node: Node, { section }: Place) => {
    const id = begun.has(section) ? {} : { id: elementIdOf(section) };
    begun.add(section);
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...id, "data-passage": section } };
  };
}

function placeOf({ position }: Node, places: readonly Place[]): Place | undefined {
  const [start = -1, end = -1] = [position?.start.offset, position?.end.offset];
  return places.find((place) => start < place.end && end > place.start);
}

function isWhole({ type, position }: Node, { end }: Place): boolean {
  return type !== "table" && (!shared.has(type) || (position?.end.offset ?? 0) <= end);
}

/** Moves all headings so that the highest of the document stands right below the heading of the page. */
function moveHeadings({ children = [] }: Node): void {
  const headings = children.filter(({ type }) => type === "heading");
  const top = Math.min(...headings.map(({ depth = HIGHEST }) => depth));
  for (const heading of headings)
    heading.depth = Math.min(LOWEST, (heading.depth ?? HIGHEST) - top + HIGHEST);
}

/**
 * A remark plugin that marks in a document which element belongs to which passage, its heading included, and fits its
 * headings below that of the page.
 */
export function passagePlaces(places: readonly Place[]) {
  return (root: Node) => {
    const mark = createMarker();
    const walk = ({ children = [] }: Node) => {
      for (const [index, node] of children.entries()) {
        const place = placeOf(node, places);
        if (place && isWhole(node, place)) mark(node, place);
        else if (place) walk(node);
        else if (node.type === "heading") {
          const body = children[index + 1];
          const headed = body && placeOf(body, places);
          if (headed) mark(node, headed);
        }
      }
    };
    walk(root);
    moveHeadings(root);
  };
}
