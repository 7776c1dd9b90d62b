import type { DocumentSummary } from "../../knowledge/source-documents.ts";
import { ShownText } from "../shown-text.tsx";

type Facts = Pick<DocumentSummary, "publisher" | "date" | "url" | "read" | "trust" | "trustReason">;

/** The host of a web address; undefined for what is none. */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? host : undefined;
}

/** The way to the original, named by where it leads. */
export function Original({ url }: Pick<Facts, "url">) {
  const host = hostOf(url);
  if (host === undefined) return null;
  return (
    <a href={url} rel="noopener noreferrer" target="_blank">
      Original at {host}
    </a>
  );
}

/** Who said it, when, and how far it is trusted. */
export function SourceFacts({ facts: { publisher, date, url, read, trust, trustReason } }: { facts: Facts }) {
  const rows = [
    ["Publisher", publisher],
    ["Date", date],
    ["Read on", read],
    ["Trust", trust && (trustReason ? `${trust}. ${trustReason}` : trust)],
  ].filter(([, value]) => value !== undefined);
  return (
    <dl className="source-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <ShownText text={value ?? ""} />
          </dd>
        </div>
      ))}
      {hostOf(url) && (
        <div>
          <dt>Original</dt>
          <dd>
            <Original url={url} />
          </dd>
        </div>
      )}
    </dl>
  );
}
