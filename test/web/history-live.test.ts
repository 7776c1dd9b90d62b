import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { firstHalf, secondHalf } from "./answer-stream.ts";
import { executablePath, openPageBrowser, type PageBrowser } from "./page-browser.ts";
import { type Reply, writeParts } from "./page-server.ts";

let browser: PageBrowser;
/** Ends each answer that is held, by its question. */
const release = new Map<string, () => void>();
const dropped: string[] = [];

const reply: Reply = async (question, response) => {
  response.on("close", () => response.writableFinished || dropped.push(question));
  writeParts(response, firstHalf);
  await new Promise<void>((resolve) => release.set(question, resolve));
  if (response.destroyed) return;
  writeParts(response, secondHalf);
  response.end("data: [DONE]\n\n");
};

describe.skipIf(!executablePath)("history of answers that still come", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await openPageBrowser(reply);
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("lets an answer go on while another conversation is shown, and ends it with its conversation", async () => {
    const page = await browser.openPage("/?q=first", { width: 1280 });
    const list = page.getByRole("complementary", { name: "History" });
    await page.getByText("It is tight").waitFor();
    await list.getByRole("link", { name: "New conversation" }).click();
    await list.getByRole("link", { name: "first answering …" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByLabel("Your question").fill("second");
    await page.keyboard.press("Enter");
    await page.getByText("It is tight").waitFor();
    expect(await page.locator(".question p").allInnerTexts()).toEqual(["second"]);
    release.get("first")?.();
    await list.getByRole("link", { name: "first", exact: true }).click();
    await page.getByText("fake-model").waitFor();
    expect(await page.locator(".question p").allInnerTexts()).toEqual(["first"]);
    expect(dropped).toEqual([]);
    await list.getByRole("button", { name: 'More for "second' }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText('Deleted "second".').waitFor();
    await expect.poll(() => dropped, { timeout: 10_000 }).toEqual(["second"]);
    expect(await list.locator(".item a").allInnerTexts()).toEqual(["first"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await list.getByRole("link", { name: "second" }).click();
    await page.getByText("This answer ended early").waitFor();
    expect(await page.locator(".question p").allInnerTexts()).toEqual(["second"]);
  });
});
