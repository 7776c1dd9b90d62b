import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const rooms = ["knowledge", "tools", "server", "web", "evals"];

type Import = { from: string; to: string; typeOnly: boolean };

function sources(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter(
      (file) => /\.tsx?$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file) && !file.endsWith(".d.ts"),
    )
    .sort();
}

const files = rooms.flatMap(sources);
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));

/** Imports with and without a name, re-exports, and those at run time. */
function importsOf(file: string): Import[] {
  const text = textOf.get(file) ?? "";
  const still = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm)];
  const late = [...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(
    (match) => ["", undefined, match[1]] as const,
  );
  return [...still, ...late].map(([, type, to = ""]) => ({ from: file, to, typeOnly: Boolean(type) }));
}

const imports = files.flatMap(importsOf);
const isOurs = ({ to }: Import) => to.startsWith(".");
const target = ({ from, to }: Import) => relative(root, resolve(root, dirname(from), to));
const roomOf = (file: string) => file.split("/")[0] ?? "";
const packageOf = (to: string) =>
  to.startsWith("@") ? to.split("/").slice(0, 2).join("/") : (to.split("/")[0] ?? "");

/** The table of the house: who may import whom, and which packages. */
const allowedRooms: Record<string, string[]> = {
  knowledge: ["knowledge"],
  tools: ["tools", "knowledge"],
  server: ["server", "tools", "knowledge"],
  web: ["web"],
  evals: ["evals", "server", "tools", "knowledge"],
};
const allowedPackages: Record<string, RegExp> = {
  knowledge:
    /^(zod|js-yaml|@lancedb\/lancedb|apache-arrow|fastest-levenshtein|node:(fs|path|crypto|os|fs\/promises))$/,
  tools: /^zod$/,
  server:
    /^(hono|@hono\/node-server|ai|@ai-sdk\/openai-compatible|@ai-sdk\/provider|zod|commander|vite|undici|eventsource-parser|cockatiel|p-queue|rate-limiter-flexible|uqr|node:[\w/]+)$/,
  web: /^(react|react-dom|zod|hono|@ai-sdk\/react|ai|react-markdown|remark-gfm|remend|wouter|idb|uqr|vite|@vitejs\/plugin-react|node:[\w/]+)$/,
  evals:
    /^(ai|hono|vitest|js-yaml|zod|commander|tinypool|cli-progress|franc-min|junit-report-builder|highs|simple-statistics|vega|vega-lite|node:[\w/]+)$/,
};

describe("the house", () => {
  it("finds the code it is to judge", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.filter(isOurs).length).toBeGreaterThan(200);
  });

  it("has imports that point one way: knowledge ← tools ← server ← evals", () => {
    const wrong = imports.filter(isOurs).filter((entry) => {
      const to = roomOf(target(entry));
      const from = roomOf(entry.from);
      const showsTypes = from === "web" && entry.typeOnly && ["server", "tools", "knowledge"].includes(to);
      return !showsTypes && !(allowedRooms[from] ?? []).includes(to);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("uses in each room only the packages of that room", () => {
    const wrong = imports.filter(
      (entry) => !isOurs(entry) && !allowedPackages[roomOf(entry.from)]?.test(packageOf(entry.to)),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("has formulas that import types, and at run time only other formulas and knowledge/units.ts", () => {
    const wrong = imports.filter((entry) => {
      if (!entry.from.startsWith("tools/formulas/") || entry.typeOnly) return false;
      const to = isOurs(entry) ? target(entry) : entry.to;
      return to !== "knowledge/units.ts" && !to.startsWith("tools/formulas/");
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it.each([
    ["@lancedb/lancedb", ["knowledge/store.ts"]],
    ["@ai-sdk/openai-compatible", ["server/backends/openai-compatible.ts"]],
    ["commander", ["server/cli.ts", "evals/eval.ts"]],
    ["undici", ["server/backends/model-fetch.ts"]],
    ["eventsource-parser", ["server/backends/read-events.ts"]],
    ["cockatiel", ["server/backends/breaker.ts"]],
    ["p-queue", ["server/agent/admission.ts"]],
    ["fastest-levenshtein", ["knowledge/catalog.ts"]],
    ["js-yaml", ["knowledge/load.ts"]],
    ["tinypool", ["evals/run/pool.ts"]],
    ["cli-progress", ["evals/run/progress.ts"]],
    ["simple-statistics", ["evals/backtest/statistics.ts"]],
    ["junit-report-builder", ["evals/report/junit.ts"]],
    ["franc-min", ["evals/scorers/language.ts"]],
    ["react-markdown", ["web/chat/markdown.tsx"]],
    ["remend", ["web/chat/half-written.ts"]],
    ["idb", ["web/history/conversation-store.ts"]],
    ["rate-limiter-flexible", ["server/http/attempts.ts"]],
    ["uqr", ["server/commands/terminal-qr.ts", "web/pairing/qr-code.tsx"]],
  ])("keeps %s in one file", (name, owners) => {
    const users = imports
      .filter(({ to, typeOnly }) => packageOf(to) === name && !typeOnly)
      .map(({ from }) => from);
    expect([...new Set(users)]).toEqual(owners);
  });

  it("has tools without clock, randomness, files or network", () => {
    const impure = /\b(Date\.now|new Date\(|Math\.random|performance\.now|fetch\(|process\.|node:)/;
    expect(files.filter((file) => file.startsWith("tools/") && impure.test(textOf.get(file) ?? ""))).toEqual(
      [],
    );
  });

  it("has no cycles", () => {
    const edges = new Map(files.map((file) => [file, importsOf(file).filter(isOurs).map(target)]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it("has a mirror test for every module of knowledge, tools, server and evals that does something", () => {
    const typesOnly = (file: string) =>
      !/^export (?:async )?(?:function|const|class)\b/m.test(textOf.get(file) ?? "");
    const entry = (file: string) => file === "server/cli.ts";
    const modules = files.filter((file) => !file.startsWith("web/") && (entry(file) || !typesOnly(file)));
    const missing = modules.filter(
      (file) => !existsSync(join(root, "test", file.replace(/\.ts$/, ".test.ts"))),
    );
    expect(missing).toEqual([]);
  });

  it("has no barrels, default exports, any, suppressed checks or notes to self", () => {
    const wrong = files.filter((file) => {
      if (/(^|\/)index\.tsx?$/.test(file)) return true;
      const text = textOf.get(file) ?? "";
      // Their tools read the default export.
      const isConfig = /\/vite(?:st)?\.config\.ts$/.test(file) || file === "evals/promptfoo/provider.ts";
      return (
        (!isConfig && /^export default/m.test(text)) ||
        /\b(TODO|FIXME)\b|: any\b|\bas any\b|@ts-(ignore|expect-error|nocheck)/.test(text)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("has files of at most 250 lines, the agent loop and the terminal of at most 120, the chat view of 150", () => {
    const limits: Record<string, number> = {
      "server/cli.ts": 120,
      "server/agent/create-advisor.ts": 120,
      "server/agent/turn.ts": 120,
      "server/agent/stream-answer.ts": 120,
      "web/chat/chat-view.tsx": 150,
    };
    const long = files.filter(
      (file) => (textOf.get(file) ?? "").split("\n").length - 1 > (limits[file] ?? 250),
    );
    expect(long).toEqual([]);
  });

  it("has kebab-case file names and nothing unexpected at the top", () => {
    expect(
      files.filter((file) => !/^[a-z0-9-]+(\.(test|config))?\.tsx?$/.test(file.split("/").at(-1) ?? "")),
    ).toEqual([]);
    const known =
      /^(package(-lock)?\.json|tsconfig\.json|biome\.json|vitest\.config\.ts|server|web|tools|knowledge|evals|test|README\.md|LICENSE|node_modules|\..+)$/;
    expect(readdirSync(root).filter((name) => !known.test(name))).toEqual([]);
  });
});
