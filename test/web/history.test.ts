import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.ts";
import { ask, fit, soon, speed, titles } from "./history-steps.ts";
import { openProduct, type ProductPage } from "./product.ts";

let product: ProductPage;

async function choose(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `More for "${title}"` }).click();
  await page.getByRole("button", { name: action }).click();
}

describe.skipIf(!executablePath)("history", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("keeps a conversation with its cards and marks over a reload", async () => {
    const page = await product.openPage("/", { width: 1280 });
    await ask(page, fit);
    expect(new URL(page.url()).pathname).toMatch(/^\/chats\/\w+$/);
    const before = await page.locator(".answer").innerText();
    await page.reload();
    await page.locator(".check").waitFor();
    expect(await page.locator(".answer").innerText()).toBe(before);
    expect(await page.locator(".claim").count()).toBeGreaterThan(0);
    expect(await page.locator(".card").count()).toBeGreaterThan(0);
    expect(await titles(page)).toEqual([fit]);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [320, 390, 1280, 2560]) {
        await page.setViewportSize({ width, height: 800 });
        await page
          .getByRole("button", { name: "History" })
          .waitFor({ state: width < 1024 ? "visible" : "hidden" });
        await product.screenshot(page, `history-${scheme}-${width}`);
      }
    }
    await page.goto(`${product.url}/chats/not-here`);
    await page.getByRole("heading", { name: "This conversation is not on this device" }).waitFor();
    await page.getByRole("link", { name: "Begin a new conversation" }).click();
    await page.getByLabel("Your question").waitFor();
    const elsewhere = await product.openPage("/", { width: 1280 });
    await elsewhere.getByText("No conversations yet.").waitFor();
  });

  it("finds, renames, deletes and brings back conversations", async () => {
    const page = await product.openPage("/", { width: 1280 });
    await ask(page, fit);
    await page.getByRole("link", { name: "New conversation" }).click();
    await soon(() =>
      page.getByLabel("Your question").evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await ask(page, speed);
    expect(await titles(page)).toEqual([speed, fit]);
    await page.getByRole("searchbox").fill("reserve MEMORY submarine");
    await page.getByText("No conversation has these words.").waitFor();
    await page.getByRole("searchbox").fill("RESERVE how");
    await soon(() => titles(page)).toEqual([speed]);
    await page.getByRole("searchbox").fill("");
    await choose(page, fit, "Rename");
    await page.getByLabel(`New name of "${fit}"`).fill("Größe");
    await page.keyboard.press("Enter");
    await soon(() => titles(page)).toEqual([speed, "Größe"]);
    await page.getByRole("searchbox").fill("grosse");
    await soon(() => titles(page)).toEqual(["Größe"]);
    await page.getByRole("searchbox").fill("");
    await choose(page, speed, "Delete");
    await page.getByRole("status").getByText(`Deleted "${speed}".`).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(await titles(page)).toEqual(["Größe"]);
    await product.screenshot(page, "history-deleted");
    await page.keyboard.press("Enter");
    await page.getByText(`"${speed}" is back.`).waitFor();
    await page.locator(".answer .check").waitFor();
    await page.reload();
    await soon(() => titles(page)).toEqual([speed, "Größe"]);
    await page.getByText("Export, import, delete all").click();
    await page.getByRole("button", { name: "Delete all" }).click();
    await product.screenshot(page, "history-delete-all");
    await page.getByRole("dialog").getByRole("button", { name: "Delete all" }).click();
    await page.getByText("Deleted 2 conversations.").waitFor();
    await page.reload();
    await page.getByText("No conversations yet.").waitFor();
  });

  it("keeps what is written and not asked with its conversation, and names the page by what is shown", async () => {
    const page = await product.openPage("/", { width: 1280 });
    const field = page.getByLabel("Your question");
    await ask(page, fit);
    await soon(() => page.title()).toBe(`${fit} – Jetson Advisor`);
    await field.fill("of the first");
    await page.getByRole("link", { name: "New conversation" }).click();
    await soon(() => field.inputValue()).toBe("");
    expect(await page.title()).toBe("Jetson Advisor");
    await field.fill("of a new one");
    await page.getByRole("link", { name: "Planner" }).click();
    await soon(() => page.title()).toBe("Planner – Jetson Advisor");
    await page.getByRole("link", { name: "Chat", exact: true }).click();
    expect(await field.inputValue()).toBe("of a new one");
    await page.getByRole("link", { name: fit }).click();
    await soon(() => field.inputValue()).toBe("of the first");
    await page.reload();
    await soon(() => field.inputValue()).toBe("of the first");
    await page.getByRole("link", { name: "New conversation" }).click();
    await soon(() => field.inputValue()).toBe("of a new one");
    await ask(page, speed);
    expect(await field.inputValue()).toBe("");
    await page.getByRole("link", { name: "New conversation" }).click();
    await page.getByRole("heading", { name: "Ask, for example" }).waitFor();
    expect(await field.inputValue()).toBe("");
  });

  it("exports what it can import, and imports nothing that is broken", async () => {
    const page = await product.openPage("/", { width: 1280 });
    await ask(page, fit);
    const [markdown] = await Promise.all([
      page.waitForEvent("download"),
      choose(page, fit, "Export as Markdown"),
    ]);
    expect(markdown.suggestedFilename()).toBe("can-i-run-llama-3.1-8b-on-an-orin-nx-16gb.md");
    const written = await readFile(await markdown.path(), "utf8");
    expect(written).toMatch(/^# Can I run .*\n\nJetson Advisor, \d{4}-\d\d-\d\d\n\n> Can I run /);
    expect(written).toContain("- **fits**: ");
    expect(written).toContain("*Jetson Advisor, built-in.");
    await page.getByText("Export, import, delete all").click();
    const [json] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export all" }).click(),
    ]);
    const other = await product.openPage("/", { width: 390 });
    await other.getByRole("button", { name: "History" }).click();
    await other.getByText("Export, import, delete all").click();
    const file = other.locator("input[type=file]");
    await file.setInputFiles({ name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{") });
    await other.getByText("Cannot import broken.json: it is not JSON. Nothing was changed.").waitFor();
    await product.screenshot(other, "history-drawer");
    await file.setInputFiles(await json.path());
    await other.getByText("Imported 1 conversation.").waitFor();
    await other.getByRole("dialog").getByRole("link", { name: fit }).click();
    await other.getByRole("dialog").waitFor({ state: "hidden" });
    await other.locator(".check").waitFor();
    expect(await other.locator(".answer").innerText()).toBe(await page.locator(".answer").innerText());
    await ask(other, "And on an Orin Nano 8GB?");
    const bar = await other.locator(".history-bar").boundingBox();
    const question = await other.locator(".question").last().boundingBox();
    const below = (question?.y ?? 0) - (bar?.y ?? 0) - (bar?.height ?? 0);
    expect(below).toBeGreaterThanOrEqual(0);
    expect(below).toBeLessThan(40);
  });

  it("goes on without a history where the browser keeps none, and says so", async () => {
    const page = await product.openPage("/status", { width: 1280 });
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
    await page.goto(`${product.url}/`);
    await page.getByText("History is not kept: this browser refuses to keep anything").waitFor();
    await ask(page, fit);
    await page.getByRole("link", { name: "New conversation" }).click();
    await page.getByRole("link", { name: fit }).click();
    await page.locator(".check").waitFor();
    await product.screenshot(page, "history-not-kept");
    await page.setViewportSize({ width: 320, height: 700 });
    await product.screenshot(page, "history-not-kept-320");
    await page.reload();
    await page.getByRole("heading", { name: "This conversation is not on this device" }).waitFor();
  });
});
