import { describe, expect, it } from "vitest";
import { style } from "../../../../evals/report/html/style.ts";

describe("the style of the page", () => {
  it("asks for nothing from elsewhere", () => {
    expect(style).not.toMatch(/url\(|@import|https?:/);
    expect(style).not.toContain("</");
  });

  it("opens as many blocks as it closes", () => {
    expect(style.match(/\{/g)?.length).toBe(style.match(/\}/g)?.length);
  });

  it("names only colours that it defines", () => {
    const defined = new Set([...style.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name));
    const used = [...style.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });
});
