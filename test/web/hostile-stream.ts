import { checkedAnswer, toolParts } from "./checked-stream.ts";
import { hostileHtml, hostileMarkdown, hostileText } from "./hostile-texts.ts";

const line = [hostileHtml[0], hostileMarkdown[0], "\n\ndata: {}\r\nevent: execute"].join(" ");

/**
 * The same with something hostile behind every text, and an address that runs a script in place of every other; words
 * such as verdicts have no blank, and stay as they are.
 */
export function withHostileTexts(value: unknown): unknown {
  if (typeof value === "string" && /^https?:/.test(value)) return "javascript:alert()";
  if (typeof value === "string") return value.includes(" ") ? `${value} ${line}` : value;
  if (Array.isArray(value)) return value.map(withHostileTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHostileTexts(each)]));
}

/** Parts that the AI SDK knows and our server never sends: files, pages and whatever comes next. */
const foreignParts = [
  { type: "execute", code: "alert()" },
  { type: "data-execute", data: { code: "alert()", html: hostileHtml[0] } },
  { type: "source-url", sourceId: "1", url: "javascript:alert()", title: hostileHtml[0] },
  { type: "source-document", sourceId: "2", mediaType: "text/html", title: hostileHtml[0] },
  { type: "file", url: "data:text/html,<script>alert()</script>", mediaType: "text/html" },
  { type: "file", url: "http://other.example/p.png", mediaType: "image/png" },
];

/** What a server could stream that a stranger has taken over, as one text of server-sent events. */
export function hostileStream(results: readonly object[]): string {
  const parts = [
    { type: "start", messageId: "<img src=x onerror=alert()>" },
    ...toolParts.map(withHostileTexts),
    ...results,
    { type: "reasoning-start", id: "thought" },
    { type: "reasoning-delta", id: "thought", delta: hostileText },
    { type: "reasoning-end", id: "thought" },
    { type: "text-start", id: "text" },
    { type: "text-delta", id: "text", delta: hostileText },
    { type: "text-end", id: "text" },
  ];
  const end = [
    {
      type: "data-answer",
      data: { ...Object(withHostileTexts(checkedAnswer)), answer: `${hostileText} [1] 4.94 GB` },
    },
    { type: "finish" },
  ];
  const toEvents = (parts: readonly unknown[]) =>
    parts.map((part) => `data: ${JSON.stringify(part)}\n\n`).join("");
  const foreign = "event: execute\nid: \u0000\nretry: 0\n";
  return [toEvents(parts), foreign, toEvents(foreignParts), toEvents(end), "data: [DONE]\n\n"].join("");
}
