import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { passage } from "./answer-stream.ts";
import { checkedAnswer, status, textParts, toolParts } from "./checked-stream.ts";
import { executablePath, openPageBrowser, type PageBrowser } from "./page-browser.ts";
import { type Reply, writeParts } from "./page-server.ts";

let release = () => {};
let browser: PageBrowser;

const start = { type: "start", messageId: "answer" };
const end = { type: "finish" };
const problem = { code: "llm-stalled", message: "Cannot get an answer from scripted-model: it stalled." };
const degraded = { ...checkedAnswer, answer: "It **fits**.", degraded: true, problem };
const unclear = JSON.stringify({
  error: { code: "ambiguous-id", message: "Cannot tell which.", candidates: ["orin-nx-8gb", "orin-nx-16gb"] },
});
const failed = JSON.stringify({ error: { code: "llm-stalled", message: "The model stalled." } });

const streams: Record<string, readonly (readonly object[])[]> = {
  checked: [
    [start, ...toolParts, ...textParts],
    [{ type: "data-answer", data: checkedAnswer }, end],
  ],
  degraded: [[start, ...toolParts, { type: "data-answer", data: degraded }, end]],
  queue: [
    [start, status("queued", "2 before you", 2)],
    [status("loading", "The model is loading …")],
    [...textParts, status("rewriting", "")],
    [{ type: "data-answer", data: checkedAnswer }, end],
  ],
  unclear: [[start, { type: "error", errorText: unclear }]],
  fails: [[start, ...textParts, { type: "error", errorText: failed }]],
};

/** Sends the stretches of a stream one after the other, each when the test releases it. */
const reply: Reply = async (question, response) => {
  for (const [index, parts] of (streams[question] ?? []).entries()) {
    if (index > 0)
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    writeParts(response, parts);
  }
  response.end("data: [DONE]\n\n");
};

async function openChecked(): Promise<Page> {
  const page = await browser.openPage("/?q=checked");
  await page.getByText("stay free").waitFor();
  release();
  await page.getByText("scripted-model").waitFor();
  return page;
}

const derivation = (page: Page) => page.getByRole("dialog", { name: "Where this comes from" });
const focused = (page: Page) => page.evaluate("document.activeElement.textContent");

describe.skipIf(!executablePath)("claims on the page", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    browser = await openPageBrowser(reply);
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("are marked where they stand, in tables, quotations, lists and code, and not in links", async () => {
    const page = await openChecked();
    const claims = page.locator(".prose .claim");
    const shown = await claims.evaluateAll((all) =>
      all.map((each) => [each.textContent, each.closest("td, blockquote, li, code, p, strong")?.tagName]),
    );
    expect(shown).toEqual([
      ["fits", "STRONG"],
      ["16.4 GB", "P"],
      ["4,096", "CODE"],
      ["4.94 GB", "STRONG"],
      ["9.88 GB", "P"],
      ["4.94 GB", "P"],
      ["11.5 GB", "LI"],
      ["99 tok/s", "LI"],
      ["4.94 GB", "TD"],
      ["16.4 GB", "CODE"],
      ["11.5 GB", "STRONG"],
      ["4.94 GB", "CODE"],
    ]);
    expect(await page.locator(".prose .given").allInnerTexts()).toEqual(["4,096"]);
    expect(await page.locator(".prose .unverified").allInnerTexts()).toEqual(["99 tok/s"]);
    expect(await page.locator(".prose td").first().innerText()).toBe("Orin NX | 16GB");
  });

  it("leave the text as it was while it was streamed", async () => {
    const page = await browser.openPage("/?q=checked");
    await page.getByText("stay free").waitFor();
    const read = () =>
      page.locator(".prose").evaluate((prose) => [prose.textContent, prose.getBoundingClientRect().height]);
    const streamed = await read();
    release();
    await page.getByText("scripted-model").waitFor();
    expect(await read()).toEqual(streamed);
  });

  it("open what they rest on: formula, inputs, sources, passage and command", async () => {
    const page = await openChecked();
    await page
      .getByRole("button", { name: /^4\.94 GB, verified: headroom, Llama/ })
      .first()
      .click();
    const dialog = derivation(page);
    const text = await dialog.innerText();
    expect(text).toContain("available − needed");
    expect(text).toContain(
      `npm run -s advisor -- tool memory-fit --input '{"device":"orin-nx-16gb","workloads":[{"model":"someone'\\''s model"}]}'`,
    );
    expect(await dialog.locator("summary").allInnerTexts()).toEqual([
      "16.4 GB usable memory",
      "11.5 GB memory needed in all",
    ]);
    await dialog.getByText("16.4 GB usable memory").click();
    await dialog.getByText("Source: Notes on Thor (2026-05)").waitFor();
    expect(await dialog.locator("blockquote").innerText()).toContain("The first runs are slower.");
    await dialog.getByText("11.5 GB memory needed in all").click();
    await dialog.getByText("4.37 GB weights on the GPU").click();
    expect(await dialog.locator("details").count()).toBe(3);
  });

  it.each([
    ["fits", "Verified: this decides it."],
    ["16.4 GB", passage.heading],
    ["4,096", "You said so."],
    ["9.88 GB", "it follows from these figures"],
    ["99 tok/s", "Not verified. The tool says 7.3 tok/s."],
  ])("say of “%s”: %s", async (name, words) => {
    const page = await openChecked();
    await page.locator(".claim", { hasText: name }).first().click();
    expect(await derivation(page).innerText()).toContain(words);
  });

  it("are one stop of the Tab key; arrows lead on, Enter opens, Escape comes back", async () => {
    const page = await openChecked();
    expect(await page.locator('.claim[tabindex="0"]').allInnerTexts()).toEqual(["fits"]);
    await page.locator('.claim[tabindex="0"]').focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
    expect(await focused(page)).toBe("4,096");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("1");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await derivation(page).getByText("You said so.").waitFor();
    await page.keyboard.press("Escape");
    await derivation(page).waitFor({ state: "hidden" });
    expect(await focused(page)).toBe("4,096");
  });

  it("are counted by kind, with what was struck out and why", async () => {
    const page = await openChecked();
    const check = page.locator(".check");
    expect(await check.locator(".counts").allInnerTexts()).toEqual([
      "10 numbers verified, 1 yours, 1 unverified",
      "1 verdict word verified",
      "1 citation verified",
    ]);
    await check.getByText("What was struck out (1)").click();
    expect(await check.locator("del").innerText()).toBe("It needs 3 GB.");
    expect(await check.locator(".struck").innerText()).toContain("3 GB is not the memory needed: 11.5 GB.");
    expect(await check.locator(".struck").innerText()).toContain("In its place: It needs 11.5 GB.");
    expect(await page.getByText("The model did not answer").count()).toBe(0);
  });

  it("are of the built-in answer where the model failed, which is said with its reason", async () => {
    const page = await browser.openPage("/?q=degraded");
    const banner = page.getByRole("status").filter({ hasText: "built-in answer" });
    expect(await banner.innerText()).toBe(
      "The model did not answer (Cannot get an answer from scripted-model: it stalled); this is the built-in answer.",
    );
    expect(await page.locator(".prose").innerText()).toBe("It fits.");
  });

  it("are waited for with words about the queue, the model and the check", async () => {
    const page = await browser.openPage("/?q=queue");
    const note = page.locator(".answer .note");
    for (const words of ["Second in the queue …", "The model is loading …", "Rewriting a sentence"]) {
      await note.getByText(words).waitFor();
      expect(await page.locator(".chat").getByRole("status").innerText()).toContain(words);
      release();
    }
    await page.getByText("scripted-model").waitFor();
    expect(await page.getByText("Rewriting a sentence").count()).toBe(0);
  });

  it("are not there when the stream fails after some text; code, message and a retry are", async () => {
    const page = await browser.openPage("/?q=fails");
    const alert = page.getByRole("alert");
    expect(await alert.locator("p").innerText()).toBe("The model stalled. llm-stalled");
    expect(await alert.getByRole("button", { name: "Try again" }).count()).toBe(1);
    expect(await page.locator(".claim").count()).toBe(0);
    const other = await browser.openPage("/?q=unclear");
    await other.getByRole("alert").getByText("Did you mean orin-nx-8gb or orin-nx-16gb?").waitFor();
  });
});
