import { useCallback, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import { useLocationProperty } from "wouter/use-browser-location";
import type { SourceDocument } from "../../knowledge/source-documents.ts";
import { bodyOf, createRoutes } from "../api.ts";
import { Failure } from "../failure.tsx";
import { toProblem } from "../problem.ts";
import { ShownText } from "../shown-text.tsx";
import { useLoaded } from "../use-loaded.ts";
import { useTitle } from "../use-title.ts";
import { AskDocuments } from "./ask-documents.tsx";
import { documentAddress, sectionAt, sectionOf } from "./document-address.ts";
import { DocumentText } from "./document-text.tsx";
import { ownHeading } from "./found-passages.tsx";
import { SourceFacts } from "./source-facts.tsx";
import { useOpenedPassage } from "./use-opened-passage.ts";

type Passages = SourceDocument["passages"];

/** One line for each heading; the further passages of a long section have none of their own. */
function contentsOf(passages: Passages): Passages {
  return passages.filter(({ heading }, index) => heading !== passages[index - 1]?.heading);
}

/** Beside a wide text the contents are open, above a narrow one they would push it away. */
function isWide(): boolean {
  return window.matchMedia("(min-width: 64rem)").matches;
}

function Contents({ passages, onOpen }: { passages: Passages; onOpen: (section: string) => void }) {
  const [isOpen] = useState(isWide);
  const listed = useMemo(() => contentsOf(passages), [passages]);
  return (
    <nav aria-label="Contents" className="contents">
      <details open={isOpen}>
        <summary>Contents ({listed.length})</summary>
        <ol>
          {listed.map(({ id, heading }) => (
            <li key={id}>
              <a href={documentAddress(id)} onClick={() => onOpen(sectionOf(id))}>
                {ownHeading(heading)}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function OpenedDocument({ document }: { document: SourceDocument }) {
  const { title, passages } = document;
  const section = useLocationProperty(() => sectionAt(window.location.hash));
  const text = useRef<HTMLDivElement>(null);
  const goTo = useOpenedPassage(text, section);
  const isMissing = section !== "" && passages.every(({ id }) => sectionOf(id) !== section);
  return (
    <article className="document">
      <header>
        <div className="section-heading">
          <h1>
            <ShownText text={title} />
          </h1>
          <AskDocuments subject={title} />
        </div>
        <SourceFacts facts={document} />
        {isMissing && (
          <p className="degraded" role="status">
            The passage “{section}” is not in this document any more. Look for it in the contents.
          </p>
        )}
      </header>
      <Contents passages={passages} onOpen={goTo} />
      <div ref={text} className="document-text">
        <DocumentText document={document} />
      </div>
    </article>
  );
}

/** Why there is no document to show, and which may have been meant. */
function NoDocument({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { code, candidates = [] } = toProblem(error);
  const isUnknown = code === "unknown-id" || code === "invalid-input";
  return (
    <>
      <h1>{isUnknown ? "No such document" : "Document"}</h1>
      <Failure error={error} onRetry={onRetry} />
      <ul className="candidates">
        {candidates.map((id) => (
          <li key={id}>
            <Link href={documentAddress(id)}>{id}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A document as a whole, opened at the passage that the address names. */
export function DocumentView({ id }: { id: string }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      bodyOf(createRoutes().api.documents[":id"].$get({ param: { id } }, { init: { signal } })),
    [id],
  );
  const { value, error, reload } = useLoaded(load);
  useTitle(value?.document.title ?? "Documents");
  return (
    <>
      <p className="way-back">
        <Link href="/documents">All documents</Link>
      </p>
      {value && <OpenedDocument document={value.document} />}
      {error && <NoDocument error={error} onRetry={reload} />}
      {!value && !error && (
        <>
          <h1>Document</h1>
          <p className="note">Loading the document …</p>
        </>
      )}
    </>
  );
}
