import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath, openPageBrowser, type PageBrowser } from "./page-browser.ts";

let browser: PageBrowser;

const count = 230;
const dayMs = 86_400_000;

/** Two conversations a day, the first the newest. */
const conversations = Array.from({ length: count }, (_, index) => ({
  id: `c${index}`,
  title: `Conversation ${index + 1}`,
  createdAt: 1,
  updatedAt: dayMs * (1_000 - index / 2),
  messages: [{ id: "q", role: "user", parts: [{ type: "text", text: index % 2 ? "odd" : "even" }] }],
}));

const file = JSON.stringify({ format: "jetson-advisor-conversations", version: 1, conversations });

async function openList(): Promise<Page> {
  const page = await browser.openPage("/", { width: 1280 });
  await page.getByText("Export, import, delete all").click();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "many.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByText(`Imported ${count} conversations.`).waitFor();
  return page;
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

describe.skipIf(!executablePath)("history of many conversations", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await openPageBrowser(async (_question, response) => void response.end());
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("leads to the first conversation that came when more are shown, and says how many", async () => {
    const page = await openList();
    const items = page.locator(".item a");
    const status = page.getByRole("status");
    expect(await items.count()).toBe(100);
    await page.getByRole("button", { name: "Show 100 more of 130 older" }).press("Enter");
    expect(await focusedText(page)).toBe("Conversation 101");
    await status.getByText("100 more conversations, 200 of 230 shown", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Show 30 more of 30 older" }).press("Enter");
    expect(await focusedText(page)).toBe("Conversation 201");
    await status.getByText("30 more conversations, 230 of 230 shown", { exact: true }).waitFor();
    expect(await items.count()).toBe(count);
    expect(await page.getByRole("button", { name: /^Show / }).count()).toBe(0);
  });

  it("says what is found again once something is searched, and leaves the focus with the search", async () => {
    const page = await openList();
    const status = page.getByRole("status");
    await page.getByRole("button", { name: "Show 100 more of 130 older" }).click();
    await status.getByText("100 more conversations").waitFor();
    await page.getByRole("searchbox").fill("odd");
    await status.getByText("115 conversations found", { exact: true }).waitFor();
    expect(await page.getByRole("searchbox").evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
  });
});
