import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link } from "wouter";
import { documentAddress } from "../documents/document-address.ts";
import { ShownText } from "../shown-text.tsx";
import { splitMark } from "./citation-marks.ts";
import { Dialog, showDialog } from "./dialog.tsx";
import { Markdown } from "./markdown.tsx";
import type { Passage } from "./passages.ts";

type CitationContext = { passages: ReadonlyMap<string, Passage>; open: (passage: Passage) => void };

const Context = createContext<CitationContext>({ passages: new Map(), open: () => undefined });

const passageId = /^[a-z0-9][\w.-]*#\S+$/;

/** A small numbered button that opens a passage. */
export function CitationButton({ passage }: { passage: Passage }) {
  const { open } = useContext(Context);
  const name = `Passage ${passage.number}: ${passage.heading || passage.source}`;
  return (
    <button type="button" className="citation" aria-label={name} title={name} onClick={() => open(passage)}>
      {passage.number}
    </button>
  );
}

/**
 * A mark such as `[source#section]` or `[1]` as buttons. What was not found in this turn is left out, as the server
 * leaves it out of the answer; brackets around anything else are text.
 */
export function CitationMark({ mark }: { mark: string }) {
  const { passages } = useContext(Context);
  const ids = splitMark(mark);
  const known = ids.flatMap((id) => passages.get(id) ?? []);
  if (!ids.every((id) => passages.has(id) || passageId.test(id))) return <ShownText text={`[${mark}]`} />;
  return known.map((passage) => <CitationButton key={passage.id} passage={passage} />);
}

/** Every passage of the turn, each behind its button. */
export function PassageList({ ids }: { ids: readonly string[] }) {
  const { passages } = useContext(Context);
  const listed = ids.flatMap((id) => passages.get(id) ?? []);
  return (
    <ul className="passages">
      {listed.map((passage) => (
        <li key={passage.id}>
          <CitationButton passage={passage} /> {passage.heading}
        </li>
      ))}
    </ul>
  );
}

/** A passage as it was read; its document is another view, over which no dialog stays. */
function PassageText({ passage: { id, source, text } }: { passage: Passage }) {
  return (
    <>
      <p className="note">
        Source: <bdi>{source}</bdi>
      </p>
      <Markdown text={text} />
      <p>
        <Link
          href={documentAddress(id)}
          onClick={({ currentTarget }) => currentTarget.closest("dialog")?.close()}
        >
          Open in the document
        </Link>
      </p>
    </>
  );
}

/** A passage in full, for where it is the ground of something; nothing when it is not of this turn. */
export function CitedPassage({ id }: { id: string }) {
  const passage = useContext(Context).passages.get(id);
  if (!passage) return null;
  return (
    <blockquote>
      <h4>{passage.heading}</h4>
      <PassageText passage={passage} />
    </blockquote>
  );
}

/** Lets what is inside cite the passages of one turn, and shows the one that is opened. */
export function Citations({
  passages,
  children,
}: {
  passages: ReadonlyMap<string, Passage>;
  children: ReactNode;
}) {
  const [opened, setOpened] = useState<Passage>();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = useCallback((passage: Passage) => {
    flushSync(() => setOpened(passage));
    showDialog(dialog.current);
  }, []);
  const context = useMemo(() => ({ passages, open }), [passages, open]);
  return (
    <Context value={context}>
      {children}
      <Dialog ref={dialog} label="Cited passage" heading={opened?.heading || (opened?.source ?? "")}>
        {opened && <PassageText passage={opened} />}
      </Dialog>
    </Context>
  );
}
