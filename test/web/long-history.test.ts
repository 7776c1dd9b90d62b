import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.ts";
import { openProduct, type ProductPage } from "./product.ts";

let product: ProductPage;

/** An answer with its check, as far as the page needs it. */
function answerOf(count: number) {
  const text = `Answer ${count} of long ago. ${"It has some more words. ".repeat(40)}`;
  const check = { verified: [], given: [], unverified: [] };
  return [
    { type: "text", text, state: "done" },
    { type: "data-answer", data: { answer: text, check, model: "long-ago-model", history: [] } },
  ];
}

const turns = 100;
const messages = Array.from({ length: turns }, (_, index) => [
  { id: `q${index}`, role: "user", parts: [{ type: "text", text: `Question ${index + 1}` }] },
  { id: `a${index}`, role: "assistant", parts: answerOf(index + 1) },
]).flat();

const file = JSON.stringify({
  format: "jetson-advisor-conversations",
  version: 1,
  conversations: [{ id: "long", title: "Long", createdAt: 1, updatedAt: 2, messages }],
});

/** A page that shows the end of a conversation of so many turns. */
async function openLong(): Promise<Page> {
  const page = await product.openPage("/", { width: 1280 });
  await page.getByText("Export, import, delete all").click();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "long.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByText("Imported 1 conversation.").waitFor();
  await page.getByRole("link", { name: "Long" }).click();
  await page.getByText(`Question ${turns}`, { exact: true }).waitFor();
  await page.getByText("Answer 1 of long ago").waitFor({ state: "attached" });
  return page;
}

/** The article of an answer, by its number. */
function answerAt(page: Page, count: number) {
  return page.locator(".log article.answer").nth(count - 1);
}

/** The numbers of the answers that are whole. */
async function wholes(page: Page): Promise<number[]> {
  return page
    .locator(".log article.answer")
    .evaluateAll((answers) =>
      answers.flatMap((answer, index) => (answer.classList.contains("words") ? [] : index + 1)),
    );
}

/** Keeps the page from counting frames, without which nothing more becomes whole, until it is let go. */
async function holdFrames(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const { requestAnimationFrame } = window;
    const callbacks: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => callbacks.push(callback);
    return { callbacks, requestAnimationFrame };
  });
  return () =>
    held.evaluate(({ callbacks, requestAnimationFrame }) => {
      window.requestAnimationFrame = requestAnimationFrame;
      for (const callback of callbacks) window.requestAnimationFrame(callback);
    });
}

/** Ends when what was done before is laid out and drawn; the page's own frames may be held meanwhile. */
async function drawn(page: Page): Promise<void> {
  await page.screenshot();
}

describe.skipIf(!executablePath)("history of a long conversation", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("shows words of what is far away, which are found, read aloud and kept whole", async () => {
    const page = await openLong();
    expect(await answerAt(page, 3).getAttribute("class")).toBe("answer words");
    expect(await page.getByRole("article").filter({ hasText: "Answer 3 of long ago" }).count()).toBe(1);
    await page.getByLabel("Your question").fill("Can I run Llama 3.1 8B on an Orin NX 16GB?");
    await page.keyboard.press("Enter");
    await page.locator(".check").getByText("built-in").waitFor();
    const question = await page.locator(".question").last().boundingBox();
    expect(Math.abs(question?.y ?? Number.POSITIVE_INFINITY)).toBeLessThan(40);
    const isFound = await page.evaluate(() => {
      const find: unknown = Reflect.get(window, "find");
      return typeof find === "function" && find.call(window, "Answer 7 of long ago", false, false, true);
    });
    expect(isFound).toBe(true);
    await answerAt(page, 7).getByText("long-ago-model").waitFor();
    await page.getByRole("button", { name: 'More for "Long"' }).click();
    const [json] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export as JSON" }).click(),
    ]);
    const [kept] = JSON.parse(await readFile(await json.path(), "utf8")).conversations;
    expect(kept.messages.slice(0, 2 * turns)).toEqual(messages);
    expect(kept.messages).toHaveLength(2 * turns + 2);
  });

  it("leaves words what is flown by, and makes whole where the reader stays", async () => {
    const page = await openLong();
    const before = await wholes(page);
    await page.evaluate(async () => {
      // Three windows a frame: nobody reads that.
      while (window.scrollY > 0) {
        window.scrollBy(0, -3 * window.innerHeight);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    const passed = await wholes(page);
    expect(passed.length).toBeLessThan(before.length + 10);
    await answerAt(page, 1).getByText("long-ago-model").waitFor();
    expect(await answerAt(page, turns / 2).getAttribute("class")).toBe("answer words");
  });

  it("moves nothing that is read while what is above becomes whole", async () => {
    const page = await openLong();
    const letGo = await holdFrames(page);
    const read = page.locator(".log .question").nth(59);
    await read.evaluate((question) => question.scrollIntoView({ block: "start" }));
    await drawn(page);
    const placeOf = () => read.evaluate((question) => question.getBoundingClientRect().top);
    const place = await placeOf();
    const above = [59, 58];
    for (const count of above) expect(await answerAt(page, count).getAttribute("class")).toBe("answer words");
    await letGo();
    for (const count of above)
      await answerAt(page, count).getByText("long-ago-model").waitFor({ state: "attached" });
    await drawn(page);
    // A page is scrolled back by whole pixels, once for each that became whole.
    expect(Math.abs((await placeOf()) - place)).toBeLessThan(2);
  });
});
