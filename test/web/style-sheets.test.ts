import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const web = join(import.meta.dirname, "../../web");

function classesOf(css: string): Set<string> {
  const selectors = css.replace(/\/\*.*?\*\//gs, "").match(/[^{}]+(?=\{)/g) ?? [];
  // A class by itself; what stands in a context, as in `.share .copy`, changes a class of another folder on purpose.
  const names = selectors.flatMap((selector) => selector.split(",").map((each) => each.trim()));
  return new Set(
    names.filter((name) => /^\.[\w-]+(?::[\w-]+)*$/.test(name)).map((name) => name.replace(/:.*/, "")),
  );
}

it("a class is named by the style sheets of one folder, so that no folder draws what is another's", () => {
  const folders = new Map<string, Set<string>>();
  const sheets = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".css") && !path.startsWith("dist"),
  );
  for (const sheet of sheets)
    for (const name of classesOf(readFileSync(join(web, sheet), "utf8"))) {
      const folder = sheet.includes("/") ? sheet.replace(/\/.*/, "") : "web";
      folders.set(name, (folders.get(name) ?? new Set()).add(folder));
    }
  const shared = [...folders].filter(([, owners]) => owners.size > 1);
  expect(folders.size).toBeGreaterThan(100);
  expect(shared.map(([name, owners]) => `${name}: ${[...owners].join(", ")}`)).toEqual([]);
});
