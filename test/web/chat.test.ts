import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath, type PageOptions } from "./browser.ts";
import { openProduct, type ProductPage } from "./product.ts";

let product: ProductPage;

const asked = "Can I run Llama 3.1 8B on an Orin NX 16GB?";
const field = (page: Page) => page.getByRole("textbox", { name: "Your question" });
const questions = (page: Page) => page.locator(".question .bubble");
const answers = (page: Page) => page.locator(".answer .check");
const hasFocus = (page: Page) =>
  page.evaluate("document.activeElement.textContent || document.activeElement.id");

async function openAnswered(question: string, options: PageOptions = {}): Promise<Page> {
  const page = await product.openPage(`/?q=${encodeURIComponent(question)}`, options);
  await answers(page).waitFor();
  return page;
}

describe.skipIf(!executablePath)("the chat", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("is used with the keyboard alone: ask, edit, cancel, ask in other words", async () => {
    const page = await product.openPage("/");
    await page.getByText("Built-in answerer, no model").waitFor();
    for (let tabs = 0; tabs < 20 && (await hasFocus(page)) !== "question"; tabs += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.type("Can I run Llama 3.1 8B");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("on an Orin NX 16GB?");
    await page.keyboard.press("Enter");
    await answers(page).waitFor();
    expect(await questions(page).innerText()).toBe("Can I run Llama 3.1 8B\non an Orin NX 16GB?");
    expect(await hasFocus(page)).toBe("question");
    expect(await page.locator(".prose").innerText()).toContain("Orin NX 16GB");

    await page.keyboard.type("And on a Thor?");
    await page.keyboard.press("Enter");
    await answers(page).nth(1).waitFor();
    await page.keyboard.press("ArrowUp");
    const editor = page.getByRole("textbox", { name: "The question in other words" });
    expect(await editor.inputValue()).toBe("And on a Thor?");
    await page.keyboard.press("Escape");
    expect(await editor.count()).toBe(0);
    expect(await hasFocus(page)).toBe("Edit");

    await page.getByRole("button", { name: "Edit" }).first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("How fast is Llama 3.1 8B on an AGX Orin 64GB?");
    await page.keyboard.press("Enter");
    await answers(page).waitFor();
    expect(await questions(page).allInnerTexts()).toEqual(["How fast is Llama 3.1 8B on an AGX Orin 64GB?"]);
    expect(await page.locator(".prose").innerText()).toContain("AGX Orin 64GB");
    expect(await hasFocus(page)).toBe("question");
  });

  it("answers again, in place of the answer and what followed it", async () => {
    const page = await openAnswered(asked);
    await field(page).fill("And on a Thor?");
    await page.keyboard.press("Enter");
    await answers(page).nth(1).waitFor();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.getByRole("button", { name: "Answer again, drop what follows" }).click();
    await page.getByText("And on a Thor?").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Answer again", exact: true }).waitFor();
    expect(await questions(page).allInnerTexts()).toEqual([asked]);
    expect(await answers(page).count()).toBe(1);
    expect(requests.filter((url) => url.endsWith("/api/chat"))).toHaveLength(1);
  });

  it("copies an answer as Markdown with its citations as footnotes, over plain HTTP too", async () => {
    const page = await openAnswered("What did EAGLE-3 bring for Llama 3.3 70B on Thor?", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied: unknown = await page.evaluate("navigator.clipboard.readText()");
    expect(copied).toMatch(/\[\^1\](?!:)[\s\S]*\n\*Jetson Advisor, built-in\.\*\n\n\[\^1\]: .+\n\n {4}> /);
    await page.evaluate("navigator.clipboard.writeText('')");
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await field(page).focus();
    await page.keyboard.press("ControlOrMeta+V");
    expect(await field(page).inputValue()).toBe(copied);
  });

  it("asks a question of the address once, also when the page is loaded again", async () => {
    const page = await openAnswered(asked);
    expect(page.url()).not.toContain("q=");
    let requests = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) requests += 1;
    });
    await page.reload();
    await page.getByText("Built-in answerer, no model").waitFor();
    expect(requests).toBe(0);
  });

  it("says that the connection is lost, keeps what was said, and asks again when it is back", async () => {
    const page = await openAnswered(asked, { expectedErrors: ["ERR_INTERNET_DISCONNECTED"] });
    const said = await page.locator(".prose").innerText();
    await page.context().setOffline(true);
    await field(page).fill("And on a Thor?");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("The connection to the advisor was lost.");
    await page.getByText("No connection to the advisor.").waitFor();
    expect(await page.locator(".prose").innerText()).toBe(said);
    await product.screenshot(page, "chat-offline");
    await page.context().setOffline(false);
    await page.getByText("Built-in answerer, no model").waitFor();
    await alert.getByRole("button", { name: "Try again" }).click();
    await answers(page).nth(1).waitFor();
    expect(await alert.count()).toBe(0);
  });

  it("shows in a derivation the commands that compute a figure again and that show it on the board", async () => {
    const page = await openAnswered("How fast is Llama 3.1 8B on an AGX Orin 64GB?", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page
      .getByRole("button", { name: /tok\/s, verified/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: "Where this comes from" });
    expect(await dialog.innerText()).toContain("tool estimate-throughput --input");
    const onBoard = dialog.locator("section", { hasText: "See it on the board:" }).locator(".repeat");
    expect(await onBoard.locator("pre").innerText()).toMatch(/^llama-bench /);
    await onBoard.getByRole("button", { name: "Copy" }).click();
    await onBoard.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/^llama-bench /);
    await product.screenshot(page, "chat-derivation");
  });
});
