import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.ts";
import { ask, fit, soon, speed, titles } from "./history-steps.ts";
import { openProduct, type ProductPage } from "./product.ts";

let product: ProductPage;

describe.skipIf(!executablePath)("history of several pages", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("shows in one page what another keeps", async () => {
    const page = await product.openPage("/", { width: 1280 });
    const [second] = await Promise.all([
      page.waitForEvent("popup"),
      page.evaluate(() => void window.open("/")),
    ]);
    await second.getByText("No conversations yet.").waitFor();
    await ask(page, fit);
    await soon(() => titles(second)).toEqual([fit]);
    await second.getByRole("link", { name: fit }).click();
    await ask(second, "And on an AGX Orin 64GB?");
    await ask(page, "And on an Orin Nano 8GB?");
    await page.reload();
    await soon(() => page.locator(".question p").allTextContents()).toEqual([
      fit,
      "And on an Orin Nano 8GB?",
    ]);
  });

  it("leaves out what another version of the page wrote, and gives way to a newer one", async () => {
    const page = await product.openPage("/", { width: 1280 });
    await ask(page, fit);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("jetson-advisor");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const id = location.pathname.split("/").at(-1);
            const writing = opening.result.transaction(["conversations", "messages"], "readwrite");
            writing.objectStore("conversations").put({ id: "of-another-page", titles: ["?"] });
            writing.objectStore("messages").put({ conversation: id, position: 1, message: { parts: "?" } });
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await page.getByText("1 conversation cannot be read by this page and is left out.").waitFor();
    await page.getByText("1 message of this conversation cannot be read").waitFor();
    expect(await page.locator(".question p").allTextContents()).toEqual([fit]);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("jetson-advisor", 99);
          opening.onerror = () => reject(opening.error);
          opening.onblocked = () => reject(new Error("held by the page"));
          opening.onsuccess = () => resolve();
        }),
    );
    await ask(page, speed);
    await page.getByText("History is not kept: a newer page of the advisor has written it.").waitFor();
  });
});
