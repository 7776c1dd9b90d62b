import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { formatSpeed } from "../../../web/format.ts";
import { needsOf } from "../../../web/planner/board-needs.ts";
import { parsePlan } from "../../../web/planner/plan-address.ts";
import { toMemoryFitInput, toThroughputInput } from "../../../web/planner/tool-inputs.ts";
import { isDecision } from "../../../web/tool-views/decision-view.tsx";
import { toSize } from "../../../web/tool-views/ledger-segments.ts";
import { isMemoryFit } from "../../../web/tool-views/memory-fit.ts";
import { isThroughput } from "../../../web/tool-views/throughput.ts";
import { executablePath } from "../browser.ts";
import { openProduct, type ProductPage } from "../product.ts";
import { fetchCatalog } from "./catalog.ts";

let product: ProductPage;

/** The plan that the address of a page holds. */
function planOf(page: Page) {
  return parsePlan(new URL(page.url()).search).plan;
}

/** The line in which the planner says whether the plan fits. */
function resultOf(page: Page) {
  return page.getByRole("region", { name: "Does it fit?" }).locator(".verdict");
}

/** The sums that memory-fit gives for the plan of the address, as the planner writes them. */
async function sumsOf(page: Page): Promise<string> {
  const fit = await product.callTool("memory-fit", toMemoryFitInput(planOf(page)));
  if (!isMemoryFit(fit)) throw new Error("memory-fit gave no ledger.");
  return `${toSize(fit.bytesNeeded)} of ${toSize(fit.bytesAvailable)}`;
}

/** Waits until the address holds what is shown, and sees that the sums are the tool's. */
async function expectSums(page: Page, address: RegExp): Promise<string> {
  await page.waitForURL(address);
  const sums = await sumsOf(page);
  await resultOf(page).getByText(sums).waitFor();
  return sums;
}

describe.skipIf(!executablePath)("the planner", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("shows what the tools say of a plan as it is put together, and gives it on by its address", async () => {
    const page = await product.openPage("/planner", { width: 1280, height: 900 });
    await expectSums(page, /load=qwen3-8b$/);
    await page.getByLabel("Board", { exact: true }).selectOption("orin-nano-8gb");
    await page.getByRole("button", { name: "Remove Qwen3 8B" }).click();
    await page.getByText("Add a workload to see whether it fits.").waitFor();

    await page.getByRole("button", { name: "Vision model" }).click();
    const picker = page.getByRole("combobox", { name: "Vision model" });
    await picker.fill("gemma 3 4b");
    await picker.press("Enter");
    await page.getByRole("button", { name: "Detector" }).click();
    await page.getByRole("slider", { name: "Streams, slider" }).press("ArrowRight");
    const context = page.getByRole("slider", { name: "Context, tokens, slider" });
    for (let step = 0; step < 4; step++) await context.press("ArrowRight");
    expect(await page.getByLabel("Context, tokens", { exact: true }).inputValue()).toBe("8192");
    const sums = await expectSums(page, /load=gemma-3-4b~ctx:8192&load=yolo11s~streams:2$/);

    const plan = planOf(page);
    const [language] = plan.loads;
    const speed =
      language && (await product.callTool("estimate-throughput", toThroughputInput(plan, language)));
    if (!isThroughput(speed) || !speed.decodeTokensPerSecond) throw new Error("No speed is known.");
    await page
      .getByText(`${formatSpeed(speed.decodeTokensPerSecond.expected)} tok/s`, { exact: true })
      .waitFor();
    await page.getByText("Limited by").waitFor();
    await product.screenshot(page, "planner-wide");

    const { pathname, search } = new URL(page.url());
    await page.getByRole("button", { name: "Ask about this plan" }).click();
    await page.getByRole("heading", { name: "Your question" }).waitFor();
    await page
      .getByRole("main")
      .getByText(sums.split(" of ")[0] ?? sums)
      .first()
      .waitFor();
    await page.getByRole("link", { name: "Planner" }).click();
    await expectSums(page, /load=gemma-3-4b~ctx:8192&load=yolo11s~streams:2$/);

    const other = await product.openPage(pathname + search, { width: 390, scheme: "dark" });
    await resultOf(other).getByText(sums).waitFor();
    await other.getByRole("slider", { name: "Streams, slider" }).press("End");
    await other.waitForURL(/streams:64/);
    expect(
      await other.locator(".planner-summary").evaluate((summary) => summary.getBoundingClientRect().top),
    ).toBe(0);
    await product.screenshot(other, "planner-phone");
    expect(await other.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it("applies a fix, and the browser's way back takes it off again", async () => {
    const address =
      "/planner?board=orin-nx-8gb&os=desktop&load=qwen2.5-vl-7b~ctx:8192&load=yolo11s~streams:4";
    const page = await product.openPage(address, { width: 1280, height: 900 });
    const before = await expectSums(page, /orin-nx-8gb/);
    await page.getByRole("button", { name: /^Change the plan.*run headless/ }).click();
    await expectSums(page, /os=headless/);
    await resultOf(page).getByText("Tight", { exact: true }).waitFor();
    await page.getByText("prompt cache off").waitFor();
    await page.goBack();
    await resultOf(page).getByText(before).waitFor();
    expect(await page.getByLabel("System", { exact: true }).inputValue()).toBe("desktop");
  });

  it("does not call back whoever leaves while a change is still to be written to the address", async () => {
    const page = await product.openPage("/planner?board=orin-nx-16gb&load=qwen3-8b", { width: 1280 });
    await page.getByRole("slider", { name: "Context, tokens, slider" }).press("ArrowRight");
    await page.getByRole("link", { name: "Status", exact: true }).click();
    await page.getByRole("heading", { name: "Status", level: 1 }).waitFor();
    // Longer than a change waits until it is written.
    await page.waitForTimeout(500);
    expect(new URL(page.url()).pathname).toBe("/status");
    await page.getByRole("link", { name: "Planner" }).click();
    await expectSums(page, /ctx:/);
  });

  it("compares boards, chooses one by needs, finds a system, and takes each over", async () => {
    const page = await product.openPage("/planner?board=orin-nano-4gb&load=qwen3-8b", { width: 1280 });
    await page.getByText("Compare boards for this plan").click();
    await page.getByRole("button", { name: "Take Jetson AGX Orin 64GB, MAXN" }).click();
    await expectSums(page, /board=agx-orin-64gb&mode=MAXN/);

    await page.getByText("Choose a board by needs").click();
    await page.getByLabel("Runs on a battery").check();
    await page.getByLabel("Power budget, W").first().fill("12");
    const needs = { ...needsOf(planOf(page), await fetchCatalog()), battery: true, powerBudgetWatts: 12 };
    const decision = await product.callTool("decision-tree", needs);
    if (!isDecision(decision)) throw new Error("decision-tree chose nothing.");
    const name = String(decision.names?.[decision.platform]);
    await page
      .getByRole("button", { name: `Take ${name}`, exact: true })
      .first()
      .click();
    await page.waitForURL((url) => !url.search.includes("agx-orin-64gb"));
    expect(await page.getByLabel("Board", { exact: true }).locator("option:checked").innerText()).toBe(name);

    await page.getByRole("heading", { name: "Find the best system" }).click();
    await page.getByLabel("At least, tok/s").fill("10");
    await page.getByRole("button", { name: "Find the best system" }).click();
    await page.getByText(/configurations tried; [\d,]+ meet all/).waitFor();
    await page
      .getByRole("table", { name: /Plans, best first/ })
      .getByRole("button", { name: /^Take/ })
      .first()
      .click();
    await expectSums(page, /runtime:/);
    await resultOf(page).getByText("Fits", { exact: true }).waitFor();
  });

  it("says that a plan cannot run there, and what memory it would need", async () => {
    const page = await product.openPage("/planner?board=agx-orin-64gb&load=qwen3-8b~nvfp4");
    const sums = await expectSums(page, /nvfp4/);
    const words = (await resultOf(page).textContent())?.split(/\s+/).join(" ");
    expect(words).toBe(`✕Cannot run there: would need ${sums}`);
  });

  it("says what of an address it cannot read, and plans all the same", async () => {
    const page = await product.openPage(
      "/planner?board=toaster&load=unobtainium~ctx:x&load=qwen3-8b~ctx:-5&%=%%",
    );
    await page.getByText("No board is known as “toaster”").waitFor();
    await page.getByText("No model is known as “unobtainium”").waitFor();
    await expectSums(page, /board=orin-nx-16gb&os=desktop&load=qwen3-8b$/);
    const context = page.getByLabel("Context, tokens", { exact: true });
    await context.fill("0");
    await page.getByText("A whole number from 1 to 16777216, please.").waitFor();
    await context.fill("5000");
    await expectSums(page, /ctx:5000/);
  });
});
