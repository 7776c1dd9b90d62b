import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { passage } from "./answer-stream.ts";
import { checkedAnswer, toolParts } from "./checked-stream.ts";
import { executablePath, openPageBrowser, type PageBrowser } from "./page-browser.ts";
import { type Reply, writeParts } from "./page-server.ts";

let browser: PageBrowser;
/** Sends the next stretch of the answer that is being written. */
let next = () => {};
/** The questions that were asked, in their order. */
const asked: string[] = [];

const followUps = [
  { kind: "next-board", label: "On the next board?", question: "Does it fit an AGX Orin 32GB?" },
  { kind: "fix", label: "Make it fit", question: "What makes it fit?" },
];
const answerOf = (text: string, more = {}) => ({
  type: "data-answer",
  data: { ...checkedAnswer, check: { verified: [], given: [], unverified: [] }, answer: text, ...more },
});
const delta = (text: string) => ({ type: "text-delta", id: "text", delta: text });
const line = (number: number) => delta(`Line ${number} of the answer.\n\n`);
const lines = Array.from({ length: 60 }, (_, number) => line(number));
const table = ["It **fits**:\n\n| board | fr", "ee |\n|---|--", "-|\n| Orin NX | 4.9", "4 GB |\n\nSee ["];

/** What answers a question: stretches of a stream, each sent when the test wants it. */
const answers: Record<string, readonly (readonly object[])[]> = {
  chips: [[answerOf("It is tight.", { followUps })]],
  "Does it fit an AGX Orin 32GB?": [[answerOf("It fits.")]],
  "half-written": [
    ...table.map((text) => [delta(text)]),
    [delta(`${passage.id}].`)],
    [answerOf(`${table.join("")}1].`)],
  ],
  long: [
    lines.slice(0, 20),
    lines.slice(20, 30),
    lines.slice(30, 40),
    lines.slice(40, 50),
    [answerOf("End.")],
  ],
};

const reply: Reply = async (question, response) => {
  asked.push(question);
  writeParts(response, [
    { type: "start", messageId: `answer-${asked.length}` },
    ...toolParts,
    { type: "text-start", id: "text" },
  ]);
  for (const [index, parts] of (answers[question] ?? []).entries()) {
    if (index > 0)
      await new Promise<void>((resolve) => {
        next = resolve;
      });
    writeParts(response, parts);
  }
  writeParts(response, [{ type: "text-end", id: "text" }, { type: "finish" }]);
  response.end("data: [DONE]\n\n");
};

const jump = (page: Page) => page.getByRole("button", { name: "Jump to the latest" });
const prose = (page: Page) => page.locator(".prose");

/** Whether the end of an element can be seen above the field to ask in. */
async function isInSight(page: Page, text: string): Promise<boolean> {
  const [box, dock] = await Promise.all([
    page.locator(".log").getByText(text).boundingBox(),
    page.locator(".composer").boundingBox(),
  ]);
  return !!box && !!dock && box.y >= 0 && box.y + box.height <= dock.y;
}

describe.skipIf(!executablePath)("an answer as it streams in", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await openPageBrowser(reply);
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("has questions that follow from it, under the last answer only; pressed, they are asked", async () => {
    const page = await browser.openPage("/?q=chips");
    const chips = page.getByRole("list", { name: "Questions that follow" });
    await chips.waitFor();
    expect(await chips.getByRole("button").allInnerTexts()).toEqual(followUps.map(({ label }) => label));
    await browser.screenshot(page, "chat-chips");
    await chips.getByRole("button", { name: "On the next board?" }).click();
    await page.locator(".check").nth(1).waitFor();
    expect(asked.at(-1)).toBe("Does it fit an AGX Orin 32GB?");
    expect(await chips.count()).toBe(0);
    expect(await page.evaluate("document.activeElement.id")).toBe("question");
  });

  it("shows no Markdown that is half-written, and does not move when its check comes", async () => {
    const page = await browser.openPage("/?q=half-written");
    await prose(page).getByText("It fits:").waitFor();
    expect(await prose(page).innerText()).toBe("It fits:");
    next();
    await page.waitForTimeout(200);
    expect(await prose(page).innerText()).toBe("It fits:");
    next();
    await prose(page).getByRole("cell", { name: "4.9" }).waitFor();
    next();
    await prose(page).getByText("See").waitFor();
    expect(await prose(page).innerText()).not.toMatch(/[|*[]/);
    next();
    await prose(page).getByRole("button", { name: "Passage 1" }).waitFor();
    const place = () => prose(page).evaluate((node) => [node.innerHTML, node.getBoundingClientRect().top]);
    const before = await place();
    next();
    await page.locator(".check").waitFor();
    expect(await place()).toEqual(before);
  });

  it("is followed only by a reader who has scrolled to its end", async () => {
    const page = await browser.openPage("/?q=long", { expectedErrors: ["404"] });
    await page.getByText("Line 19 ").waitFor();
    expect(await isInSight(page, "long")).toBe(true);
    expect(await isInSight(page, "Line 19 ")).toBe(false);
    await jump(page).click();
    expect(await isInSight(page, "Line 19 ")).toBe(true);
    expect(await jump(page).count()).toBe(0);
    next();
    await page.getByText("Line 29 ").waitFor();
    await expect.poll(() => isInSight(page, "Line 29 "), { timeout: 5_000 }).toBe(true);
    await page.mouse.move(100, 300);
    await page.mouse.wheel(0, -300);
    await jump(page).waitFor();
    const before = await page.evaluate("window.scrollY");
    next();
    await page.getByText("Line 39 ").waitFor();
    expect(await page.evaluate("window.scrollY")).toBe(before);
    await page.mouse.wheel(0, 5_000);
    await jump(page).waitFor({ state: "detached" });
    next();
    await page.getByText("Line 49 ").waitFor();
    await expect.poll(() => isInSight(page, "Line 49 "), { timeout: 5_000 }).toBe(true);
    await page.evaluate("history.pushState(null, '', '/status')");
    await page.getByText("Line 49 ").waitFor({ state: "hidden" });
    await page.goBack();
    await expect.poll(() => isInSight(page, "Line 49 "), { timeout: 5_000 }).toBe(true);
  });
});
