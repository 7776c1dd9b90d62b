import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatHtml } from "../../evals/report/html.ts";
import { mixedRun } from "../fixtures/eval-run.ts";
import { executablePath } from "./page-browser.ts";

describe.skipIf(!executablePath)("the page of a run of the evals", () => {
  let browser: Browser;
  let tab: Page;
  const folder = mkdtempSync(join(tmpdir(), "eval-page-"));
  const breaches: string[] = [];
  const shown = () =>
    tab.locator("details.case:visible").evaluateAll((all) => all.map(({ id }) => id.replace("case-", "")));

  beforeAll(async () => {
    const file = join(folder, "run.html");
    writeFileSync(file, await formatHtml(mixedRun, []));
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ["--headless", "--no-sandbox", "--disable-gpu"],
    });
    tab = await browser.newPage({ viewport: { width: 320, height: 700 } });
    tab.on("request", (request) => {
      if (!request.url().startsWith("file:")) breaches.push(request.url());
    });
    tab.on("console", (message) => breaches.push(message.text()));
    tab.on("pageerror", (error) => breaches.push(error.message));
    await tab.goto(pathToFileURL(file).href);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it("filters by outcome, scorer, tag and words", async () => {
    expect(await shown()).toHaveLength(4);
    await tab.getByRole("radio", { name: /Failed/ }).check({ force: true });
    expect(await shown()).toEqual(["fit/wrong", "speed/hostile"]);
    await tab.getByLabel("Fails").selectOption("numbers");
    expect(await shown()).toEqual(["speed/hostile"]);
    await tab.getByRole("button", { name: "Reset" }).click();
    await tab.getByLabel("Tag").selectOption("speed");
    expect(await shown()).toEqual(["speed/hostile", "speed/late"]);
    await tab.getByRole("button", { name: "Reset" }).click();
    await tab.keyboard.press("/");
    await tab.keyboard.type("WRONG fit");
    expect(await shown()).toEqual(["fit/wrong"]);
    expect(await tab.locator("#shown").textContent()).toBe("1 of 4 cases");
  });

  it("leads from a cell of the table to its cases", async () => {
    await tab.locator('a[data-tag="fit"][data-scorer="verdict"]').click();
    expect(await shown()).toEqual(["fit/wrong"]);
  });

  it("opens a case by the keyboard, and shows what the focused claim rests on", async () => {
    await tab.locator("details.case:visible summary").focus();
    await tab.keyboard.press("Enter");
    await tab.locator(".answer:visible .claim").first().focus();
    const tip = tab.locator("#tip");
    expect(await tip.textContent()).toContain("7.36 GB headroom");
    await tab.keyboard.press("Escape");
    expect(await tip.isVisible()).toBe(false);
  });

  it("opens a passage from its citation", async () => {
    await tab.locator(".cite:visible").click();
    expect(await tab.locator(".passage:visible").textContent()).toContain("A passage.");
    await tab.keyboard.press("Escape");
  });

  it("opens the case that a link names, though the filter hides it", async () => {
    await tab.evaluate(() => {
      location.hash = "#case-speed/hostile";
    });
    await expect.poll(() => tab.locator('[id="case-speed/hostile"]').getAttribute("open")).toBe("");
  });

  it("changes its colours at a press, and is never wider than a narrow screen", async () => {
    const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await tab.getByRole("radio", { name: "light", exact: true }).check({ force: true });
    const light = await ground();
    await tab.getByRole("radio", { name: "dark", exact: true }).check({ force: true });
    expect(await ground()).not.toBe(light);
    await tab.getByRole("button", { name: "Open all shown" }).click();
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it("ran nothing of what answers hold, asked for nothing, and broke no rule of its own", async () => {
    expect(await tab.title()).toBe("Evals of a-model");
    expect(breaches).toEqual([]);
  });
});
