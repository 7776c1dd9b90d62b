import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { DocumentSummary } from "../../knowledge/source-documents.ts";
import { bodyOf, createRoutes } from "../api.ts";
import { Failure } from "../failure.tsx";
import { formatCount } from "../format.ts";
import { ShownText } from "../shown-text.tsx";
import { useLoaded } from "../use-loaded.ts";
import { useTitle } from "../use-title.ts";
import { documentAddress } from "./document-address.ts";
import { FoundPassages, toSearchText } from "./found-passages.tsx";
import { Original } from "./source-facts.tsx";
import { useSearch, useSettled } from "./use-search.ts";

const QUIET_MS = 250;

/**
 * The words to search for; they stand in the address too, so that the way back from a passage leads to its search. Not
 * as `q`, which asks in the chat.
 */
function useQuery() {
  const [parameters, setParameters] = useSearchParams();
  const [text, setText] = useState(parameters.get("find") ?? "");
  const query = useSettled(text.trim(), QUIET_MS);
  useEffect(() => {
    setParameters(query === "" ? {} : { find: query }, { replace: true });
  }, [query, setParameters]);
  return { text, setText, query };
}

/** Who published it, without what the front matter adds in brackets. */
function publisherOf({ publisher = "not stated" }: DocumentSummary): string {
  const [name = ""] = publisher.split(" (");
  return name === "not stated" ? "publisher not stated" : name;
}

function DocumentItem({ document }: { document: DocumentSummary }) {
  const { id, title, date, url, passageCount, trust } = document;
  const facts = [
    publisherOf(document),
    date,
    trust && `trust: ${trust}`,
    formatCount(passageCount, "passage"),
  ];
  return (
    <li>
      <h2>
        <Link href={documentAddress(id)}>
          <ShownText text={title} />
        </Link>
      </h2>
      <p className="note">
        <ShownText text={facts.filter((fact) => fact !== undefined).join(" · ")} />
      </p>
      <Original url={url} />
    </li>
  );
}

function AllDocuments() {
  const load = useCallback(
    (signal: AbortSignal) => bodyOf(createRoutes().api.documents.$get({}, { init: { signal } })),
    [],
  );
  const { value, error, reload } = useLoaded(load);
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!value) return <p className="note">Loading the documents …</p>;
  if (value.documents.length === 0)
    return <p>There are no documents: the folder knowledge/documents is empty.</p>;
  return (
    <ul className="documents">
      {value.documents.map((document) => (
        <DocumentItem key={document.id} document={document} />
      ))}
    </ul>
  );
}

/** Every document behind the answers, and a search over their passages. */
export function DocumentList() {
  const { text, setText, query } = useQuery();
  useTitle("Documents");
  const { found, error, isSearching, again } = useSearch(query);
  const results = useRef<HTMLDivElement>(null);
  const enterResults = () => results.current?.querySelector<HTMLAnchorElement>(".found a")?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    enterResults();
  };
  return (
    <>
      <h1>Documents</h1>
      <p className="note">
        What the answers rest on: notes of each source, passage by passage, with what was found wrong in them.
      </p>
      <search>
        <label htmlFor="document-search">Search the documents</label>
        <input
          id="document-search"
          type="search"
          value={text}
          maxLength={500}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className="note" role="status">
          {error ? "" : toSearchText(found, isSearching)}
        </p>
      </search>
      <div ref={results} aria-busy={isSearching}>
        {error && <Failure error={error} onRetry={again} />}
        {found && <FoundPassages found={found} />}
      </div>
      {query === "" && <AllDocuments />}
    </>
  );
}
