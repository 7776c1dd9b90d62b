import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkedAnswer } from "./checked-stream.ts";
import { executablePath, openPageBrowser, type PageBrowser } from "./page-browser.ts";
import { type Reply, writeParts } from "./page-server.ts";

let release = () => {};
let browser: PageBrowser;

const start = { type: "start", messageId: "answer" };
const end = { type: "finish" };
/** An answer of sections, the first of which says what the check speaks against. */
const sectioned =
  "In short: it fits.\n\n## Memory\n\nOf 16.4 GB.\n\n## Speed\n\nIt reaches 99 tok/s.\n\n## Care\n\nKeep it cool.";
const claimAt = (text: string) => ({
  text,
  kind: "number",
  start: sectioned.indexOf(text),
  end: sectioned.indexOf(text) + text.length,
});
const sections = {
  ...checkedAnswer,
  answer: sectioned,
  check: { verified: [claimAt("16.4 GB")], given: [], unverified: [claimAt("99 tok/s")], struck: [] },
};
/** As it streams, and as it was checked. */
const written = (author: string) => [
  [
    start,
    { type: "text-start", id: "text" },
    { type: "text-delta", id: "text", delta: sectioned },
    { type: "text-end", id: "text" },
  ],
  [{ type: "data-answer", data: { ...sections, author } }, end],
];

const streams: Record<string, ReturnType<typeof written>> = {
  "written by a model": written("model"),
  "written by the built-in answerer": written("built-in"),
};

/** Sends the text, and its check when the test releases it. */
const reply: Reply = async (question, response) => {
  const [text = [], check = []] = streams[question] ?? [];
  writeParts(response, text);
  await new Promise<void>((resolve) => {
    release = resolve;
  });
  writeParts(response, check);
  response.end("data: [DONE]\n\n");
};

describe.skipIf(!executablePath)("sections of an answer", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    browser = await openPageBrowser(reply);
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("stand in the open in what a model wrote, and while anything is written", async () => {
    for (const [author, folded] of [
      ["a model", []],
      ["the built-in answerer", ["Memory", "Care"]],
    ] as const) {
      const page = await browser.openPage(`/?q=${encodeURIComponent(`written by ${author}`)}`);
      await page.getByText("Keep it cool.").waitFor();
      expect(await page.locator(".prose details").count()).toBe(0);
      release();
      await page.getByText("scripted-model").waitFor();
      expect(await page.locator(".prose summary").allInnerTexts()).toEqual(folded);
    }
  });

  it("are in the page while they are folded, and their claims a stop of the Tab key only where they are seen", async () => {
    const page = await browser.openPage("/?q=written+by+the+built-in+answerer");
    await page.getByText("Keep it cool.").waitFor();
    release();
    await page.getByText("scripted-model").waitFor();
    const stop = page.locator('.claim[tabindex="0"]');
    expect(await page.locator(".prose").evaluate((prose) => prose.textContent)).toContain("Of 16.4 GB.");
    await expect.poll(() => stop.allInnerTexts()).toEqual(["99 tok/s"]);
    await page.getByText("Memory", { exact: true }).click();
    await stop.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("16.4 GB");
    await page.getByText("Memory", { exact: true }).click();
    await expect.poll(() => stop.allInnerTexts()).toEqual(["99 tok/s"]);
  });
});
