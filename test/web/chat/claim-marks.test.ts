import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import ReactMarkdown from "react-markdown";
import { describe, expect, it } from "vitest";
import { claimMarks } from "../../../web/chat/claim-marks.ts";

/** The texts that are marked in a Markdown text, each behind the index of its claim. */
function marked(children: string, ...claims: string[]): string[] {
  const places = claims.map((claim) => {
    const start = children.indexOf(claim);
    return { start, end: start + claim.length };
  });
  const html = renderToStaticMarkup(
    createElement(ReactMarkdown, { remarkPlugins: [[claimMarks, places]], children }),
  );
  return [...html.matchAll(/<mark data-claim="(\d+)">(.*?)<\/mark>/g)].map(
    ([, index, text]) => `${index} ${text}`,
  );
}

describe("claimMarks()", () => {
  it("marks each claim in the paragraph where it stands, at its beginning and end, too", () => {
    expect(marked("4.94 GB stay free\n\nof 16.4 GB\n\n", "4.94 GB", "16.4 GB")).toEqual([
      "0 4.94 GB",
      "1 16.4 GB",
    ]);
  });

  it("marks each part of a claim that is cut by other marks", () => {
    expect(marked("about **4.94** GB free", "4.94** GB")).toEqual(["0 4.94", "0  GB"]);
  });

  it("finds its place behind references and escapes", () => {
    expect(marked("a &lt; b\\_c and 5 GB", "5 GB")).toEqual(["0 5 GB"]);
  });

  it("leaves links and what no claim is in alone", () => {
    expect(marked("[5 GB](https://example.com) of 16 GB", "5 GB")).toEqual([]);
  });
});
