import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { chunkDocument } from "../../../knowledge/chunk.ts";
import { Markdown } from "../../../web/chat/markdown.tsx";
import { sectionOf } from "../../../web/documents/document-address.ts";
import { elementIdOf, passagePlaces } from "../../../web/documents/passage-places.ts";

/** The elements of a document that carry a mark: tag, section, and whether it is where the passage begins. */
function marked(text: string) {
  const places = chunkDocument("a", text).map(({ id, start, end }) => ({
    section: sectionOf(id),
    start,
    end,
  }));
  const html = renderToStaticMarkup(createElement(Markdown, { text, plugins: [[passagePlaces, places]] }));
  const tags = [...html.matchAll(/<(\w+)([^>]*data-passage="([^"]*)"[^>]*)>/g)];
  const elements = tags.map(([, tag, attributes = "", section = ""]) => {
    const begins = attributes.includes(`id="${elementIdOf(section)}"`);
    return `${tag} ${section}${begins ? " begins" : ""}`;
  });
  return { html, elements, sections: places.map(({ section }) => section) };
}

const long = (word: string) => `${word} ${"x".repeat(900)}`;

describe("passagePlaces()", () => {
  it("marks the heading of a passage and every block of it", () => {
    const { elements } = marked("# A\n\n## Price\n\nIt has one.\n\n- and\n- more\n\n## Speed\n\nSlow.\n");
    expect(elements).toEqual(["h3 price begins", "p price", "ul price", "h3 speed begins", "p speed"]);
  });

  it("marks items of a list and rows of a table that two passages share", () => {
    const list = marked(`## List\n\n- ${long("one")}\n- ${long("two")}\n`);
    expect(list.elements).toEqual(["h2 list begins", "li list", "li list-2 begins"]);
    const row = (word: string) => `| ${long(word)} |`;
    const table = marked(`## Table\n\n| board |\n|---|\n${row("one")}\n${row("two")}\n`);
    expect(table.elements.at(0)).toBe("h2 table begins");
    expect(table.elements.filter((element) => element.startsWith("tr table-2"))).toEqual([
      "tr table-2 begins",
    ]);
  });

  it("leaves a heading alone that has no text of its own", () => {
    expect(marked("# A\n\n## B\n\nText.\n").html).toContain("<h2>A</h2>");
  });

  it("puts the highest heading right below that of the page", () => {
    expect(marked("### A\n\nText.\n\n#### B\n\nText.\n").html).toMatch(/<h2 [^>]*>A<.*<h3 [^>]*>B</s);
    expect(marked("# A\n\n###### B\n\nText.\n").html).toMatch(/<h2>A<.*<h6 [^>]*>B</s);
  });

  it("gives each passage one beginning, also in code, quotations and under a repeated heading", () => {
    const text = [
      "Loose text.",
      "## A",
      "```sh\n# no heading\n```",
      "> quoted",
      "## A",
      "1. one\n2. two",
      "Setext\n------",
      "after",
    ].join("\n\n");
    const { elements, sections } = marked(text);
    const beginnings = elements.filter((element) => element.endsWith(" begins"));
    expect(beginnings.map((element) => element.split(" ")[1])).toEqual(sections);
    expect(sections).toEqual(["a", "a-2", "a-3"]);
  });
});
