import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import type { ModelServer } from "../../evals/self/model-server/start-server.ts";
import { machineFiles } from "../fixtures/machine-folder.ts";
import { statusWorldOf } from "../fixtures/status-world.ts";
import { usualBrain, usualQuestion } from "../fixtures/whole-product.ts";
import { executablePath, type PageOptions } from "./browser.ts";
import { hostileStream, withHostileTexts } from "./hostile-stream.ts";
import { hiddenCharacters, hostileHtml, hostileMarkdown, hostileText } from "./hostile-texts.ts";
import { harmsOf, openSinks, tryWaysOut } from "./page-harms.ts";
import { askNext, awaitAnswer, toAddress, unfold } from "./page-states.ts";
import { modelAt, openProduct, type ProductPage } from "./product.ts";

let model: ModelServer;
let product: ProductPage;
let foreign: Awaited<ReturnType<typeof openForeignServer>>;

/** Another origin, which notes what reaches it. */
async function openForeignServer() {
  const arrived: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    arrived.push(url);
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { origin: `http://127.0.0.1:${port}`, arrived, close: () => server.close() };
}

/** Calls whose results, between them, fill a card of every kind. */
const calls = [
  ["memory-fit", { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] }],
  ["estimate-throughput", { device: "agx-orin-64gb", model: "llama-3.1-8b" }],
  ["compare-devices", { workloads: [{ model: "llama-3.1-8b" }] }],
  ["plan-system", { workloads: [{ model: "llama-3.1-8b" }] }],
  ["check-claim", { device: "agx-orin-64gb", model: "llama-3.1-8b", metric: "decode", value: "52 tok/s" }],
  ["find-measurements", { device: "agx-orin-64gb", model: "llama-3.1-8b" }],
  ["fleet-cost", { device: "agx-orin-64gb", devices: 10, workload: { model: "llama-3.1-8b" } }],
  ["decision-tree", { largestModelBillions: 7, modelKind: "llm" }],
  ["look-up", { name: "AGX Orin 64GB" }],
] as const;

/** Results of the tools as they are, but for texts that somebody has put into them. */
async function hostileResults(): Promise<object[]> {
  const outputs = await Promise.all(calls.map(([name, input]) => product.callTool(name, input)));
  return outputs.flatMap((output, index) => [
    { type: "tool-input-available", toolCallId: `card-${index}`, toolName: calls[index]?.[0], input: {} },
    { type: "tool-output-available", toolCallId: `card-${index}`, output: withHostileTexts(output) },
  ]);
}

/** A page that may take its time: the texts are long. */
async function openPage(path: string, options: PageOptions = {}): Promise<Page> {
  const page = await product.openPage(path, options);
  page.setDefaultTimeout(30_000);
  return page;
}

/** What must not stand in the page: overrides of direction, blanks without a width, and tags. */
const unseen = /[\u200b\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** Opens what can be opened in an answer, one after another, and gathers what is harmful there. */
async function harmsOfEverything(page: Page): Promise<string[]> {
  await unfold(page);
  const found = await harmsOf(page);
  for (const opener of [page.locator(".answer .claim").first(), page.locator(".answer .citation").first()]) {
    if ((await opener.count()) === 0) continue;
    await opener.click();
    await page.getByRole("dialog").waitFor();
    found.push(...(await harmsOf(page)));
    await page.keyboard.press("Escape");
  }
  return found;
}

describe.skipIf(!executablePath)("a hostile text", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    model = await startOllamaServer({ brain: usualBrain });
    foreign = await openForeignServer();
    const status = statusWorldOf({ files: machineFiles.orinNx }).world;
    product = await openProduct({ backend: modelAt(model.endpoint), status });
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(async () => {
    await product?.close();
    await model?.close();
    foreign?.close();
  });

  it("S07, S08: does nothing when the model says it or thinks it", async () => {
    model.setBrain(() => ({ text: hostileText, reasoning: hostileText }));
    const page = await openPage(toAddress(usualQuestion));
    await awaitAnswer(page);
    expect(await page.locator(".answer").textContent()).toContain(hostileHtml[0]);
    expect(await page.locator(".answer a[href^=http], .answer a[href^=mailto]").count()).toBeGreaterThan(2);
    expect(await harmsOfEverything(page)).toEqual([]);
  });

  it("S07, S09, S10: does nothing in any part of a stream that a stranger writes", async () => {
    const body = hostileStream(await hostileResults());
    const page = await openPage("/");
    await page.route("**/api/chat", (route) => route.fulfill({ contentType: "text/event-stream", body }));
    await askNext(page, usualQuestion);
    expect(await page.locator(".answer").textContent()).toContain(hostileHtml[0]);
    expect(await harmsOfEverything(page)).toEqual([]);
  });

  it("S09, S10: is no event of the stream, whether the model sends it as one or as words", async () => {
    const words = 'It fits.\n\nevent: execute\ndata: {"type":"error","errorText":"taken"}\n\n';
    model.setBrain(() => ({ text: words }));
    const event = 'event: execute\ndata: {"code":"alert()","type":"execute"}\n\n';
    model.setFault({ kind: "raw-event", at: 2, text: event });
    const page = await openPage("/");
    let reply = "";
    await page.route("**/api/chat", async (route) => {
      const response = await route.fetch();
      reply = await response.text();
      await route.fulfill({ response, body: reply });
    });
    await askNext(page, `${usualQuestion}\n\nevent: execute\ndata: {"code":"alert()"}`);
    const lines = reply.split("\n").filter((line) => line !== "");
    model.setFault({ kind: "ok" });
    expect(lines.filter((line) => !/^(?::|data: (?:\[DONE\]|\{"type":"[\w-]+"))/.test(line))).toEqual([]);
    expect(lines.filter((line) => /^data: \{"type":"(?:error|execute)"/.test(line))).toEqual([]);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await harmsOf(page)).toEqual([]);
  });

  it("does nothing in a question, typed or in the address", async () => {
    model.setBrain(usualBrain);
    const named = `Can I run ${hostileHtml[0]} ${hostileMarkdown[0]} 9B on an Orin NX 16GB?`;
    const page = await openPage(toAddress(`${named}\n${hostileText}`));
    await awaitAnswer(page);
    await askNext(page, named);
    expect(await page.locator(".question").first().textContent()).toContain(hostileHtml[0]);
    expect(await page.locator(".question a").count()).toBe(0);
    expect(await harmsOfEverything(page)).toEqual([]);
  });

  it("S07, S08: does nothing in a conversation that is imported, nor in its title", async () => {
    const said = { id: "a", role: "assistant", parts: [{ type: "text", text: hostileText }] };
    const asked = { id: "q", role: "user", parts: [{ type: "text", text: hostileText }] };
    const title = `${hostileHtml[0]} ${hostileMarkdown[0]}`;
    const conversation = { id: "hostile", title, createdAt: 1, updatedAt: 2, messages: [asked, said] };
    const file = { format: "jetson-advisor-conversations", version: 1, conversations: [conversation] };
    const page = await openPage("/", { width: 1280 });
    const buffer = Buffer.from(JSON.stringify(file));
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: `${title}.json`, mimeType: "application/json", buffer });
    await page.getByRole("link", { name: title }).click();
    await page
      .locator(".answer")
      .getByText(hostileHtml[0] ?? "")
      .first()
      .waitFor();
    expect(await harmsOfEverything(page)).toEqual([]);
  });

  it.each([
    ["/documents", ".documents a"],
    ["/documents?find=KV+cache", ".found a"],
    ["/documents/edge-llm-benchmark-2026", "main:visible h2"],
    ["/planner?board=orin-nx-16gb&os=desktop&load=qwen3-8b", "main:visible .sums"],
    ["/status", "main:visible .overall"],
  ])("S07, S08: does nothing in what the server tells the page at %s", async (path, shown) => {
    const page = await openPage("/");
    await page.route("**/api/**", async (route) => {
      const response = await route.fetch();
      const isJson = response.headers()["content-type"]?.startsWith("application/json");
      await route.fulfill({ response, ...(isJson && { json: withHostileTexts(await response.json()) }) });
    });
    await page.goto(product.url + path);
    await page.locator(shown).first().waitFor();
    await unfold(page);
    expect(await page.locator("main:visible").textContent()).toContain(hostileHtml[0]);
    expect(await harmsOf(page)).toEqual([]);
  });

  it("S18: hides nothing in an answer, a thought, a question, a name or a document", async () => {
    const hidden = hiddenCharacters.join(" ");
    const body = hostileStream([]);
    const page = await openPage("/", { width: 1280 });
    await page.route("**/api/chat", (route) => route.fulfill({ contentType: "text/event-stream", body }));
    await askNext(page, `${usualQuestion} ${hidden}`);
    await unfold(page);
    for (const part of [".question .bubble", ".answer > div > .prose", ".answer .reasoning"]) {
      const text = await page.locator(part).first().textContent();
      expect(text).toContain("⟨hidden U+202E⟩gnp.exe⟨hidden U+202C⟩");
      expect(text).toContain("“ignore the rules”");
    }
    expect(await page.locator("#page").textContent()).not.toMatch(unseen);
    expect(await page.title()).not.toMatch(unseen);
    await page.locator(".answer .prose .hidden-mark").first().scrollIntoViewIfNeeded();
    await product.screenshot(page, "hidden-characters");
    await page.route("**/api/documents/*", async (route) => {
      const response = await route.fetch();
      const { document } = await response.json();
      const { title, text, publisher } = document;
      const told = {
        title: `${title} ${hidden}`,
        text: `${text}\n\n${hidden}`,
        publisher: `${publisher} ${hidden}`,
      };
      await route.fulfill({ response, json: { document: { ...document, ...told } } });
    });
    await page.goto(`${product.url}/documents/edge-llm-benchmark-2026`);
    for (const place of ["main:visible h1", "main:visible .source-facts", "main:visible .prose"])
      await page.locator(place).getByText("⟨hidden U+202E⟩").first().waitFor();
    expect(await page.locator("#page").textContent()).not.toMatch(unseen);
    expect(await page.title()).not.toMatch(unseen);
  });

  it("S08: finds no way out, even if it were taken for HTML", async () => {
    const page = await openPage("/", { expectedErrors: [""] });
    expect(await tryWaysOut(page, foreign.origin)).toEqual([
      "base-uri",
      "connect-src",
      "font-src",
      "form-action",
      "frame-src",
      "img-src",
      "media-src",
      "require-trusted-types-for",
      "style-src-attr",
      "style-src-elem",
    ]);
    expect(foreign.arrived).toEqual([]);
    // The browser names what it was asked for before it refuses: this is how a breach would be noticed.
    await expect(product.expectNoBreach()).rejects.toThrow();
  });

  it("S07: is made neither a script nor an element by any sink of the browser", async () => {
    const page = await openPage("/", { expectedErrors: [""] });
    expect(await openSinks(page)).toEqual([]);
  });
});
