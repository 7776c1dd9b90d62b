import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const web = join(import.meta.dirname, "../../../web");
const page = readFileSync(join(web, "page.css"), "utf8");
const drawings = readFileSync(join(web, "tool-views/drawings.css"), "utf8");

/** The colours of a style sheet by name: those of the light scheme, and those that the dark one puts in their place. */
function coloursOf(css: string, isDark: boolean): Map<string, string> {
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  return new Map(
    [...(isDark ? (dark.split("\n}\n")[0] ?? "") : light).matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ["light", false],
  ["dark", true],
])("colours of parts in the %s scheme", (_, isDark) => {
  const parts = [...coloursOf(drawings, isDark)].filter(([name]) => name.startsWith("part-"));
  const grounds = coloursOf(page, isDark);

  it.each(["surface", "raised"])(
    "stand out from the %s by 3:1, and so from the gaps between them",
    (ground) => {
      expect(parts.length).toBeGreaterThan(10);
      const weak = parts.filter(([, colour]) => contrast(colour, grounds.get(ground) ?? "#000") < 3);
      expect(weak).toEqual([]);
    },
  );
});

it("contrast is that of the guideline's own examples", () => {
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 1);
});
