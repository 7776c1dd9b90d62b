import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isMemoryFit, type MemoryFit } from "../../../web/tool-views/memory-fit.ts";
import { isThroughput } from "../../../web/tool-views/throughput.ts";
import { executablePath } from "../browser.ts";
import { openProduct, type ProductPage } from "../product.ts";

let product: ProductPage;

const question = "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?";
const workloads = [{ model: "qwen2.5-vl-7b" }, { model: "YOLO" }];
const size = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;

async function fitOn(device: string): Promise<MemoryFit> {
  const fit = await product.callTool("memory-fit", { device, workloads });
  if (!isMemoryFit(fit)) throw new Error(`No ledger of ${device}.`);
  return fit;
}

async function ask(text: string, options: Parameters<ProductPage["openPage"]>[1] = {}): Promise<Page> {
  const page = await product.openPage(`/?q=${encodeURIComponent(text)}`, options);
  await page.getByText("built-in", { exact: true }).waitFor();
  return page;
}

const bar = (page: Page, device: string) => page.getByRole("toolbar", { name: `Memory of ${device}:` });
const isWide = (page: Page) => page.evaluate("document.documentElement.scrollWidth > innerWidth");

/** The parts of a bar as a screen reader names them. */
function partsOf(page: Page, device: string): Promise<(string | null)[]> {
  return bar(page, device)
    .getByRole("button")
    .evaluateAll((parts) => parts.map((part) => part.getAttribute("aria-label")));
}

/** The sizes at the end of the names. */
const sizesOf = (names: (string | null)[]) => names.map((name) => name?.split(": ").at(-1));

describe.skipIf(!executablePath)("cards", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("show the ledgers of an ambiguous board side by side, with the tool's own figures", async () => {
    const page = await ask(question);
    const [large, small] = [await fitOn("orin-nx-16gb"), await fitOn("orin-nx-8gb")];
    const card = page.locator(".card").first();
    expect(await card.getByRole("heading", { level: 3 }).innerText()).toBe(
      `Memory for ${large.names.workloads.join(" + ")}`,
    );
    for (const fit of [large, small]) {
      const free = fit.headroomBytes > 0 ? [size(fit.headroomBytes)] : [];
      const sizes = sizesOf(await partsOf(page, fit.names.device));
      expect(sizes).toEqual([...fit.lines.map(({ bytes }) => size(bytes)), ...free]);
      const workloads = fit.names.workloads.join(" + ");
      const name = `${size(fit.bytesNeeded)} needed by ${workloads}, ${size(fit.bytesAvailable)} available`;
      expect(await bar(page, fit.names.device).getAttribute("aria-label")).toContain(name);
    }
    expect(await card.locator(".ledgers .badge").allInnerTexts()).toEqual(["fits", "does not fit"]);
    expect(await card.innerText()).toContain(`${size(large.headroomBytes)} stays free`);
    expect(await card.innerText()).toContain(`short by ${size(-small.headroomBytes)}`);
    const [atLarge, atSmall] = [
      await bar(page, large.names.device).locator(".limit").boundingBox(),
      await bar(page, small.names.device).locator(".limit").boundingBox(),
    ];
    const ratio = (atSmall?.width ?? 0) / (atLarge?.width ?? 1);
    expect(ratio).toBeCloseTo(small.bytesAvailable / large.bytesAvailable, 1);
    const prose = await page.locator(".prose").first().boundingBox();
    expect((await card.boundingBox())?.y).toBeLessThan(prose?.y ?? 0);
    expect(await isWide(page)).toBe(false);
  });

  it("explain a part while it is pointed at or focused; arrows lead on, Escape puts it away", async () => {
    const page = await ask("Does Qwen3 8B fit an Orin NX 16GB?", { width: 1280 });
    const fit = await product.callTool("memory-fit", {
      device: "orin-nx-16gb",
      workloads: [{ model: "qwen3-8b" }],
    });
    if (!isMemoryFit(fit)) throw new Error("No ledger.");
    const sizeOf = (part: string) => size(fit.lines.find((line) => line.part === part)?.bytes ?? 0);
    const parts = bar(page, "Jetson Orin NX 16GB").getByRole("button");
    const tip = page.getByRole("tooltip");
    await parts.nth(2).hover();
    expect(await tip.innerText()).toContain(`KV cache, Qwen3 8B: ${sizeOf("kv-cache")}`);
    expect(await tip.innerText()).toContain("What changes it: Less context");
    await tip.hover();
    expect(await tip.count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await tip.count()).toBe(0);
    await parts.first().focus();
    expect(await tip.innerText()).toContain(`Weights, Qwen3 8B: ${sizeOf("weights")}`);
    expect(await parts.first().getAttribute("aria-describedby")).toBe(await tip.getAttribute("id"));
    await page.keyboard.press("End");
    expect(await tip.innerText()).toContain(`Free: ${size(fit.headroomBytes)}`);
    await page.keyboard.press("ArrowLeft");
    expect(await tip.innerText()).toContain(`Reserve: ${sizeOf("reserve")}`);
    await page.keyboard.press("Tab");
    expect(await tip.count()).toBe(0);
    await page.locator(".legend").getByText("KV cache").click();
    expect(await tip.innerText()).toContain("KV cache");
    expect(
      await bar(page, "Jetson Orin NX 16GB").locator('[tabindex="0"]').getAttribute("aria-label"),
    ).toMatch(/^KV/);
  });

  it("ask again with a fix: its own input, in the server's words; where that fails, they say so", async () => {
    const page = await ask(question, { expectedErrors: ["404"] });
    const { fixes } = await fitOn("orin-nx-8gb");
    const [first] = fixes;
    const list = page.locator(".fixes li");
    expect(await list.count()).toBe(fixes.length);
    expect((await list.first().innerText()).toLowerCase()).toContain(first?.change.toLowerCase());
    const posted: unknown[] = [];
    const body = { error: { code: "not-found", message: "Cannot find anything at this path." } };
    await page.route("**/api/question", (route) => {
      posted.push(route.request().postDataJSON());
      if (posted.length === 1) return route.fulfill({ status: 404, json: body });
      return route.fulfill({ json: { question: "Can I run Llama 3.1 8B on an Orin NX 8GB?" } });
    });
    const button = list.first().getByRole("button", { name: /^Try this/ });
    await button.click();
    expect(await list.first().getByRole("alert").innerText()).toBe(body.error.message);
    await button.click();
    await page.locator(".question", { hasText: "on an Orin NX 8GB?" }).waitFor();
    expect(posted).toEqual([first?.input, first?.input]);
  });

  it("show a speed as the tool gives it: interval, ceiling, measured runs, evidence", async () => {
    const page = await ask("How fast is Llama 3.1 8B on an AGX Orin 64GB?", { width: 1280 });
    const output = await product.callTool("estimate-throughput", {
      device: "agx-orin-64gb",
      model: "llama-3.1-8b",
    });
    if (!isThroughput(output) || !output.decodeTokensPerSecond) throw new Error("No speed.");
    const { low, expected, high } = output.decodeTokensPerSecond;
    const ceiling = output.ceilingTokensPerSecond ?? 0;
    const [shownExpected, shownLow, shownHigh, shownCeiling] = [expected, low, high, ceiling].map((speed) =>
      speed.toFixed(0),
    );
    const range = page.getByRole("toolbar", { name: "Jetson AGX Orin 64GB in MAXN:" });
    expect(await range.getAttribute("aria-label")).toContain(
      `${shownExpected} tok/s expected, likely ${shownLow} to ${shownHigh}, ceiling ${shownCeiling} tok/s`,
    );
    const likely = await range.locator(".likely").boundingBox();
    const limit = await range.locator(".ceiling").boundingBox();
    expect((likely?.width ?? 0) / (limit?.width ?? 1)).toBeCloseTo((high - low) / ceiling, 1);
    const same = range.getByRole("button", { name: /3 measured runs: 26\.8 to 27\.1 tok\/s, same/ });
    await same.focus();
    const title = output.sources.find(({ id }) => id === output.references[0]?.source)?.title ?? "missing";
    expect(await page.getByRole("tooltip").innerText()).toContain(title);
    expect(await page.locator(".card", { has: range }).innerText()).toContain(
      "Measured on this board in this configuration",
    );
  });

  it("put an explanation above its part where it would reach into the field to ask in", async () => {
    const page = await ask("Does Qwen3 8B fit an Orin NX 16GB?", { width: 1280, height: 800 });
    const part = bar(page, "Jetson Orin NX 16GB").getByRole("button").first();
    const boxOf = async (name: string) => {
      const box = await page.locator(name).first().boundingBox();
      return { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0), height: box?.height ?? 0 };
    };
    // So low a window that the bar stands close above the field.
    await page.evaluate("scrollTo(0, 0)");
    const height = (await boxOf(".segment")).bottom + (await boxOf(".dock")).height + 30;
    await page.setViewportSize({ width: 1280, height: Math.round(height) });
    // By the mouse alone, which scrolls nothing.
    const { x = 0, y = 0 } = (await part.boundingBox()) ?? {};
    await page.mouse.move(x + 5, y + 5);
    await page.getByRole("tooltip").waitFor();
    const [tip, dock] = [await boxOf(".explanation"), await boxOf(".dock")];
    expect(tip.bottom).toBeLessThanOrEqual(dock.top);
    expect(tip.bottom).toBeLessThanOrEqual((await boxOf(".segment")).top);
  });

  it("sort boards by the column whose name is pressed, and name the order to those who do not see it", async () => {
    const page = await ask("Compare AGX Orin 64GB, Orin NX 16GB and Thor for Llama 3.1 8B", { width: 1280 });
    const table = page.getByRole("table", { name: /^Boards/ });
    const prices = async () => {
      const texts = await table.locator("tbody td:nth-child(5)").allInnerTexts();
      return texts.map((text) => Number.parseInt(text.replaceAll(",", ""), 10));
    };
    const first = await prices();
    const rising = first.toSorted((a, b) => a - b);
    const head = table.getByRole("columnheader", { name: "Price" });
    await head.getByRole("button").click();
    expect([await prices(), await head.getAttribute("aria-sort")]).toEqual([rising, "ascending"]);
    await page.keyboard.press("Enter");
    expect([await prices(), await head.getAttribute("aria-sort")]).toEqual([
      rising.toReversed(),
      "descending",
    ]);
    expect(await table.locator("caption").innerText()).toBe("Boards, by Price, descending");
    await page.setViewportSize({ width: 320, height: 800 });
    await page.keyboard.press("Enter");
    expect([await prices(), await head.getAttribute("aria-sort")]).toEqual([first, null]);
  });

  it("lead to a cure: a command that is copied, also where the browser keeps its clipboard", async () => {
    const trouble = "Ollama runs on the CPU of my AGX Orin, why?";
    const page = await ask(trouble, { permissions: ["clipboard-read", "clipboard-write"] });
    const copy = page.getByRole("button", { name: "Copy ollama ps" }).first();
    await copy.click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("ollama ps");
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    const line = page.locator(".inline-command", { hasText: "inference compute" });
    await line.getByRole("button", { name: "Copy inference compute" }).click();
    await line.getByRole("button", { name: "Copied" }).waitFor();
    const field = page.getByLabel("Your question");
    await field.focus();
    await page.keyboard.press("Control+V");
    expect(await field.inputValue()).toBe("inference compute");
  });

  it("say what limits a number of cameras, and how rules led to a board", async () => {
    const page = await ask("How many cameras with YOLOv8s does an Orin Nano 8GB take?", { width: 320 });
    const amounts = page.getByRole("list", { name: "Cameras that each resource takes" }).first();
    expect(await amounts.locator(".deciding").innerText()).toContain("Detector: the limit");
    expect(await isWide(page)).toBe(false);
    const other = await ask("Which board for four cameras and a 7B vision model within 60 W?", {
      width: 320,
    });
    const decided = other.locator(".card").first();
    expect(await decided.locator(".deciding").innerText()).toContain(
      "Are there four to eight camera streams?",
    );
    await decided.getByText(/questions asked before it/).click();
    expect(await decided.locator(".path li").count()).toBeGreaterThan(5);
    expect(await isWide(other)).toBe(false);
  });
});
