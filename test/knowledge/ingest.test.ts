import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inspectIndex, openIndex } from "../../knowledge/ingest.ts";

let root: string;
let documents: string;
let index: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ingest-"));
  documents = join(root, "documents");
  index = join(root, "index");
  mkdirSync(documents);
  writeFileSync(join(documents, "orin.md"), "# Orin\n\n## Memory\n\n64 GB of LPDDR5.\n");
  writeFileSync(join(documents, "thor.md"), "# Thor\n\n## Memory\n\n128 GB of LPDDR5X.\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const generations = () => readdirSync(index).sort();
const find = async (terms: string) => {
  const { store } = await openIndex(documents, index);
  return (await store.match(terms, 5)).map(({ id }) => id);
};

/** Every file of the one generation, for damaging it. */
function files(): string[] {
  const entries = readdirSync(index, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
}

function openInChild() {
  const module = pathToFileURL(join(import.meta.dirname, "../../knowledge/ingest.ts")).href;
  const script = `const { openIndex } = await import(${JSON.stringify(module)});
    const { store } = await openIndex(${JSON.stringify(documents)}, ${JSON.stringify(index)});
    console.log((await store.match("LPDDR5X", 5)).length);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (bytes: Buffer) => {
    output += bytes.toString();
  });
  const ended = new Promise<string>((resolve) => child.on("close", () => resolve(output.trim())));
  return { child, ended };
}

describe("openIndex()", () => {
  it("builds the index and names its documents", async () => {
    const opened = await openIndex(documents, index);
    expect(opened.documents).toEqual(["orin", "thor"]);
    expect((await opened.store.match("LPDDR5X", 5)).map(({ id }) => id)).toEqual(["thor#memory"]);
    expect(generations()).toEqual([expect.stringMatching(/^g-[0-9a-f]{16}$/)]);
  });

  it("opens what is there without writing to it", async () => {
    await find("memory");
    const before = files().map((file) => [file, readFileSync(file, "hex")]);
    await find("memory");
    expect(files().map((file) => [file, readFileSync(file, "hex")])).toEqual(before);
  });

  it("builds another generation when a document changes, and removes the older one", async () => {
    await find("memory");
    const [older] = generations();
    writeFileSync(join(documents, "thor.md"), "# Thor\n\n## Price\n\n3499 USD.\n");
    expect(await find("LPDDR5X")).toEqual([]);
    expect(await find("3499")).toEqual(["thor#price"]);
    expect(generations()).toHaveLength(1);
    expect(generations()).not.toContain(older);
  });

  it("builds another generation when a document is renamed or removed", async () => {
    await find("memory");
    rmSync(join(documents, "thor.md"));
    expect(await find("LPDDR5X")).toEqual([]);
    writeFileSync(join(documents, "thor-128.md"), "# Thor\n\n## Memory\n\n128 GB of LPDDR5X.\n");
    expect(await find("LPDDR5X")).toEqual(["thor-128#memory"]);
  });

  it("keeps disk use at one generation over many changes", async () => {
    for (const price of [1, 2, 3, 4]) {
      writeFileSync(join(documents, "price.md"), `# Price\n\n${price} USD\n`);
      await find("USD");
    }
    expect(generations()).toHaveLength(1);
  });

  it("finds any damaged file and builds anew", async () => {
    await find("memory");
    const count = files().length;
    expect(count).toBeGreaterThan(8);
    for (let position = 0; position < count; position++) {
      const file = files()[position];
      if (file === undefined) throw new Error("wanted a file to damage");
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      writeFileSync(file, bytes);
      expect(await find("LPDDR5X")).toEqual(["thor#memory"]);
    }
  });

  it.each(["store", "store/passages.lance/data", "store/passages.lance/_indices", "seal"])(
    "builds anew when %s is gone",
    async (part) => {
      await find("memory");
      rmSync(join(index, generations()[0] ?? "", part), { recursive: true });
      expect(await find("LPDDR5X")).toEqual(["thor#memory"]);
    },
  );

  it.each(["", "\0".repeat(100)])("builds anew over a truncated or zero-filled file", async (content) => {
    await find("memory");
    for (const file of files().filter((file) => file.endsWith(".manifest"))) writeFileSync(file, content);
    expect(await find("LPDDR5X")).toEqual(["thor#memory"]);
  });

  it("removes the draft of a build that was killed and leaves that of a running one", async () => {
    const running = `draft-${process.pid}-abc`;
    mkdirSync(join(index, "draft-999999999-abc"), { recursive: true });
    mkdirSync(join(index, running));
    await find("memory");
    expect(generations()).toEqual([running, expect.stringMatching(/^g-/)]);
  });

  it("leaves files that are not its own alone", async () => {
    mkdirSync(join(index, "g-photos"), { recursive: true });
    await find("memory");
    expect(generations()).toContain("g-photos");
  });

  it("gives builders at the same time one whole index", async () => {
    const found = await Promise.all([1, 2, 3].map(() => find("LPDDR5X")));
    expect(found).toEqual([["thor#memory"], ["thor#memory"], ["thor#memory"]]);
    expect(generations()).toHaveLength(1);
  });

  it("gives processes at the same time one whole index", async () => {
    const outputs = await Promise.all([1, 2, 3].map(() => openInChild().ended));
    expect(outputs).toEqual(["1", "1", "1"]);
    expect(generations()).toHaveLength(1);
  });

  it("survives being killed at any point of the build", { timeout: 60_000 }, async () => {
    for (const delayMs of [150, 200, 250, 300, 350, 400, 450, 500]) {
      const { child, ended } = openInChild();
      await wait(delayMs);
      child.kill("SIGKILL");
      await ended;
      expect(await find("LPDDR5X")).toEqual(["thor#memory"]);
      expect(generations()).toHaveLength(1);
      rmSync(index, { recursive: true, force: true });
    }
  });

  it("throws when there is nothing to index or no place for the index", async () => {
    await expect(openIndex(join(root, "missing"), index)).rejects.toThrow();
    const file = join(root, "file");
    writeFileSync(file, "");
    await expect(openIndex(documents, file)).rejects.toThrow();
    for (const name of readdirSync(documents)) rmSync(join(documents, name));
    await expect(openIndex(documents, index)).rejects.toThrow();
    expect(generations()).toEqual([]);
  });
});

describe("inspectIndex()", () => {
  it("counts what an index would hold where there is none, and builds nothing", () => {
    const state = inspectIndex(documents, index);
    expect(state).toMatchObject({ state: "missing", documents: 2, passages: 2 });
    expect(() => generations()).toThrow();
  });

  it("knows a built index by its generation", async () => {
    await openIndex(documents, index);
    expect(inspectIndex(documents, index)).toMatchObject({ state: "built", generation: generations()[0] });
  });

  it("knows a damaged one, and one of other documents", async () => {
    await openIndex(documents, index);
    const [first = ""] = files().filter((file) => file.endsWith(".lance"));
    writeFileSync(first, "");
    expect(inspectIndex(documents, index).state).toBe("damaged");
    writeFileSync(join(documents, "thor.md"), "# Thor\n");
    expect(inspectIndex(documents, index).state).toBe("missing");
  });
});
