import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { knowledge } from "../../fixtures/server-knowledge.ts";
import { executablePath } from "../browser.ts";
import { openProduct, type ProductPage } from "../product.ts";

let product: ProductPage;
const documents = knowledge.documents();

describe.skipIf(!executablePath)("the documents in a browser", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("are listed, searched by keyboard, opened at a passage, and lead back to the search", async () => {
    const page = await product.openPage("/documents", { width: 1280 });
    const titles = page.getByRole("main").getByRole("heading", { level: 2 });
    await titles.first().waitFor();
    expect(await titles.allInnerTexts()).toEqual(documents.map(({ title }) => title));

    const query = "cold start on Thor";
    await page.getByRole("searchbox", { name: "Search the documents" }).fill(query);
    await page.getByText(`passages on “${query}”`).waitFor();
    const [best] = await knowledge.search(query);
    const section = best?.heading.split(" › ").at(-1) ?? "";
    expect(await page.locator(".found mark").allInnerTexts()).toContain("cold");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.textContent")).toBe(section);
    await page.keyboard.press("Enter");

    const heading = page.getByRole("heading", { name: section, exact: true });
    await heading.waitFor();
    await page.locator("[data-opened]").first().waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`/documents/${best?.id}`);
    expect(await page.evaluate("document.activeElement.textContent")).toBe(section);
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(100);
    const opened = await page.locator(".document-text [data-opened]").allInnerTexts();
    expect(opened.join("\n")).toContain("Molmo");
    await product.screenshot(page, "documents-passage");

    await page.goBack();
    await page.getByText(`passages on “${query}”`).waitFor();
  });

  it("open at the passage of an address, go to another of the contents, and can be asked about", async () => {
    const { id, passages } = knowledge.document("thor-performance-analysis");
    const partOf = (passage = passages[0]) => ({
      section: passage?.id.replace(`${id}#`, ""),
      title: passage?.heading.split(" › ").at(-1) ?? "",
    });
    const [first, second] = [partOf(passages[0]), partOf(passages[1])];
    const page = await product.openPage(`/documents/${id}#${second.section}`);
    const opened = page.locator("[data-opened]").first();
    await opened.waitFor();
    expect(await opened.getAttribute("data-passage")).toBe(second.section);
    const levels = await page
      .getByRole("main")
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((all) =>
        all
          .filter((each) => each.closest("main:not([hidden])"))
          .map(({ tagName }) => Number(tagName.slice(1))),
      );
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);

    await page.getByText(/^Contents \(\d+\)$/).click();
    await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: first.title }).click();
    await expect.poll(() => opened.getAttribute("data-passage")).toBe(first.section);

    await page.getByRole("button", { name: `Ask about this: ${first.title}` }).click();
    await page.getByText("built-in", { exact: true }).waitFor();
    expect(await page.locator(".question").innerText()).toContain(first.title);
  });

  it("are opened from a citation, and the way back leads to the conversation as it was", async () => {
    const question = "What did EAGLE-3 bring for Llama 3.3 70B on Thor?";
    const page = await product.openPage(`/?q=${encodeURIComponent(question)}`, { width: 1280 });
    await page.getByText("built-in", { exact: true }).waitFor();
    await page.getByLabel("Your question").fill("And on an AGX Orin?");
    await page.waitForURL("**/chats/*");
    const look = () =>
      page.evaluate(() => [
        document.title,
        location.href,
        scrollY,
        document.querySelector("textarea")?.value,
        document.querySelector<HTMLElement>(".answer")?.innerText,
      ]);
    await page.locator(".prose .citation").first().scrollIntoViewIfNeeded();
    const before = await look();
    expect(before[0]).toBe(`${question} – Jetson Advisor`);
    let requests = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/api/chat")) requests += 1;
    });

    await page.locator(".prose .citation").first().click();
    const dialog = page.getByRole("dialog", { name: "Cited passage" });
    const section = (await dialog.getByRole("heading").first().innerText()).split(" › ").at(-1);
    await dialog.getByRole("link", { name: "Open in the document" }).click();
    expect(await page.locator("[data-opened]").first().innerText()).toContain(section);
    expect(await page.title()).toBe(`${await page.locator("h1:visible").innerText()} – Jetson Advisor`);
    await page.goBack();
    await page.locator(".answer .check").waitFor();
    await expect.poll(look).toEqual(before);
    expect(requests).toBe(0);

    await page.locator(".prose .citation").first().click();
    await page.goForward();
    await page.getByRole("link", { name: "All documents" }).click();
    await page.getByRole("heading", { name: "Documents", level: 1 }).waitFor();
    expect(await page.title()).toBe("Documents – Jetson Advisor");
  });

  it("keep a fault of theirs to themselves, and ask nothing in the chat", async () => {
    const page = await product.openPage("/documents?q=memory", { expectedErrors: ["broken on purpose"] });
    await page.locator(".documents a").first().waitFor();
    expect(await page.locator(".question").count()).toBe(0);
    await page.evaluate(() => {
      const { matchMedia } = window;
      Object.assign(window, { mend: () => Object.assign(window, { matchMedia }) });
      window.matchMedia = () => {
        throw new Error("broken on purpose");
      };
    });
    await page.locator(".documents a").first().click();
    await page.getByRole("alert").getByText("This cannot be shown: a fault of the page.").waitFor();
    await page.evaluate("mend()");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: documents[0]?.title ?? "", level: 1 }).waitFor();
  });

  it("say what is missing: a document, a passage, a match, the server", async () => {
    const lost = ["404", "ERR_FAILED"];
    const page = await product.openPage("/documents/thor-performance-analysys", { expectedErrors: lost });
    await page.getByRole("heading", { name: "No such document" }).waitFor();
    await page.getByRole("link", { name: "thor-performance-analysis" }).click();
    await page.getByRole("heading", { level: 1, name: "Jetson Thor Performance Analysis" }).waitFor();

    await page.evaluate("location.hash = 'gone'");
    await page.getByText("The passage “gone” is not in this document any more").waitFor();

    await page.getByRole("link", { name: "All documents" }).click();
    const field = page.getByRole("searchbox");
    await field.fill("<xyzzy>");
    await page.getByText("No passage has a word of “<xyzzy>”").waitFor();

    await page.route("**/api/tools/search-documents", (route) => route.abort());
    await field.fill("memory");
    await page.getByRole("alert").getByText("The connection to the advisor was lost").waitFor();
    await page.unroute("**/api/tools/search-documents");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("passages on “memory”").waitFor();
  });
});
