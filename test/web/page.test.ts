import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { callTool } from "../fixtures/server-knowledge.ts";
import { firstHalf, memoryFit, passage, secondHalf, toolCall } from "./answer-stream.ts";
import { executablePath, openPageBrowser, type PageBrowser } from "./page-browser.ts";
import { type Reply, writeParts } from "./page-server.ts";

/** Of the scripts that the page needs before anybody asks. */
const maxScriptBytes = 180_000;

let release = () => {};
let wasDropped: Promise<unknown>;
let browser: PageBrowser;

const model = "llama-3.1-8b";
const device = "agx-orin-64gb";
/** Calls of the tools whose results have a view of their own. */
const viewed = [
  ["check-claim", { device, model, quantization: "q4-k-m", metric: "decode", value: "52 tok/s" }],
  ["find-measurements", { device, model }],
  ["fleet-cost", { device, devices: 10, workload: { model } }],
  ["estimate-throughput", { device, model }],
] as const;

/** What the tools really give, so that a view that does not know its tool any more is found out. */
async function realResults(): Promise<object[]> {
  const outcomes = await Promise.all(viewed.map(([name, input]) => callTool(name, input)));
  return outcomes.flatMap((outcome, index) =>
    "output" in outcome ? toolCall(`call-${index}`, outcome.name, outcome.output) : [],
  );
}

/**
 * "results" gets results of the tools alone, "refuse" an error, anything else an answer that waits in the middle
 * until the test releases it.
 */
const reply: Reply = async (question, response) => {
  if (question === "refuse") {
    response.writeHead(503, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({ error: { code: "llm-unreachable", message: "The model does not answer." } }),
    );
    return;
  }
  if (question === "results") {
    writeParts(response, [{ type: "start", messageId: "answer" }, ...(await realResults())]);
    writeParts(response, secondHalf.slice(-2));
    response.end("data: [DONE]\n\n");
    return;
  }
  wasDropped = new Promise((resolve) => response.once("close", () => resolve(!response.writableEnded)));
  writeParts(response, firstHalf);
  await new Promise<void>((resolve) => {
    release = resolve;
  });
  if (response.destroyed) return;
  writeParts(response, secondHalf);
  response.end("data: [DONE]\n\n");
};

async function openAnswered(): Promise<Page> {
  const page = await browser.openPage("/?q=Does+it+fit%3F");
  await page.getByText("It is tight").waitFor();
  release();
  await page.getByText("fake-model").waitFor();
  return page;
}

describe.skipIf(!executablePath)("page", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    browser = await openPageBrowser(reply);
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("is small, and nothing in it is inline", () => {
    const { folder } = browser;
    const html = readFileSync(join(folder, "index.html"), "utf8");
    const atFirst = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(
      ([, path = ""]) => path,
    );
    expect(atFirst).not.toEqual([]);
    const bytes = atFirst.map((path) => gzipSync(readFileSync(join(folder, path))).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(maxScriptBytes);
    expect(readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".css"))).toHaveLength(1);
    expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)| on\w+=/);
  });

  it("shows an answer while it is written, and its check at the end", async () => {
    const page = await browser.openPage("/");
    await page.getByLabel("Your question").fill("Does it fit?");
    await page.keyboard.press("Enter");
    await page.getByText("It is tight").waitFor();
    expect(await page.getByRole("log").getAttribute("aria-busy")).toBe("true");
    expect(await page.getByText("verified").count()).toBe(0);
    release();
    await page.getByText("1 number verified, 2 yours, 1 unverified").waitFor();
    expect(await page.locator("mark").allInnerTexts()).toEqual(["99 tok/s"]);
    await page.getByText("The answer is complete.").waitFor({ state: "attached" });
    expect(await page.getByText("Cannot find the device.").count()).toBe(1);
    expect(await page.getByRole("heading", { name: "Result of measure-heat" }).count()).toBe(1);
  });

  it("shows the ledger with the tool's numbers", async () => {
    const page = await openAnswered();
    await page.getByText("Details of Memory on Jetson Orin Nano 8GB").click();
    const ledger = page.getByRole("table", { name: "Where the memory goes" });
    const figures = await ledger.locator("tbody td.figure").allInnerTexts();
    expect(figures.map((text) => Math.round(Number(text) * 1e9))).toEqual(
      memoryFit.lines.map(({ bytes }) => bytes),
    );
    expect(await ledger.locator("tfoot td.figure").innerText()).toBe("8.75");
    const verdict = await page.locator(".card .verdict").innerText();
    expect(verdict.split(/\s+/).join(" ")).toBe("! Tight: takes 0.50 GB of the safety reserve");
    expect(await page.locator(".card .note strong").allInnerTexts()).toEqual(["8.75 GB", "8.25 GB"]);
    const fix = await page.locator(".fixes .then").first().textContent();
    expect(fix?.split(/\s+/).join(" ")).toBe("fits: 0.25 GB stays free");
    expect(await page.getByText("2 passages of Notes on Thor").count()).toBe(1);
  });

  it("shows claims, measured runs, fleets and the evidence of a speed", async () => {
    const page = await browser.openPage("/?q=results");
    await page.getByText("fake-model").waitFor();
    const titles = await page.locator(".card h3").allInnerTexts();
    expect(titles.map((title) => title.trim())).toEqual([
      "Claim: decode 52 tok/s impossible",
      "Cost of Jetson AGX Orin 64GB",
      "Speed of Llama 3.1 8B Instruct on Jetson AGX Orin 64GB in MAXN",
      "Measured runs of Llama 3.1 8B Instruct",
    ]);
    for (const summary of await page.locator(".card > summary, .card > .card-more > summary").all())
      await summary.click();
    expect(await page.locator(".ladder [aria-current]").innerText()).toMatch(/^measured here/);
    expect(await page.locator(".ladder li").count()).toBe(5);
    expect(await page.getByRole("table", { name: "What it costs" }).locator("tfoot").innerText()).toMatch(
      /USD/,
    );
    const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    expect(isWide).toBe(false);
    await page.setViewportSize({ width: 360, height: 800 });
    const runs = page.getByRole("table", { name: "Measured runs, nearest first" }).first();
    await runs.getByRole("columnheader", { name: "Measured", exact: true }).waitFor();
    expect(await runs.getByRole("columnheader").allTextContents()).toEqual([
      "Measured",
      "What",
      "Run",
      "What differs",
      "Source",
    ]);
  });

  it("opens the passage of a citation, and none for what was not found", async () => {
    const page = await openAnswered();
    const citations = page.locator(".prose").getByRole("button", { name: /^Passage 1: Thor › Cold start/ });
    expect(await citations.count()).toBe(2);
    await citations.first().click();
    const dialog = page.getByRole("dialog", { name: "Cited passage" });
    expect(await dialog.innerText()).toContain(passage.heading);
    expect(await dialog.innerText()).toContain("Source: Notes on Thor");
    expect(await dialog.locator("li").innerText()).toBe("The first runs are slower.");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator(".prose").getByText("but not , nor [this].").count()).toBe(1);
  });

  it("lets the model's markup do nothing", async () => {
    const page = await openAnswered();
    expect(await page.getByText('onerror="alert(1)"').count()).toBe(1);
    expect(await page.locator("img, iframe, #page script").count()).toBe(0);
    const links = await page
      .locator(".prose a")
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.outerHTML));
    expect(links).toEqual([
      '<a href="https://example.com/page" rel="noopener noreferrer" target="_blank">site</a>',
    ]);
    const attributes = await page
      .locator("#page *")
      .evaluateAll((elements) => elements.flatMap((element) => element.getAttributeNames()));
    expect(attributes.filter((name) => name.startsWith("on"))).toEqual([]);
  });

  it.each(["Escape", "Stop"])("stops the answer on %s, and says that it is not complete", async (way) => {
    const page = await browser.openPage("/?q=Does+it+fit%3F");
    await page.getByText("It is tight").waitFor();
    if (way === "Escape") await page.keyboard.press("Escape");
    else await page.getByRole("button", { name: "Stop" }).click();
    expect(await wasDropped).toBe(true);
    release();
    await page.getByText("This answer ended early").waitFor();
    expect(await page.getByRole("button", { name: "Ask" }).count()).toBe(1);
  });

  it("says what the server says when there is no answer, and can ask again", async () => {
    const page = await browser.openPage("/");
    await page.getByLabel("Your question").fill("refuse");
    await page.getByRole("button", { name: "Ask" }).click();
    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("The model does not answer. llm-unreachable");
    await alert.getByRole("button", { name: "Try again" }).click();
    await alert.waitFor();
    await page.getByLabel("Your question").fill("Does it fit?");
    await page.keyboard.press("Enter");
    await page.getByText("It is tight").waitFor();
    expect(await alert.count()).toBe(0);
    release();
    await page.getByText("fake-model").waitFor();
  });

  it.each([320, 360, 1280])("needs no sideways scrolling at %i pixels", async (width) => {
    const page = await openAnswered();
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
