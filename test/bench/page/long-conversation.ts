import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Figure, quantile } from "./figure.ts";
import { scrollThrough } from "./watch-page.ts";

const turns = 500;
/** A frame that is longer than this is seen as a stumble. */
const smoothMs = 50;

/** The parts of a real answer, as the page's transport puts them together from the stream. */
async function answerParts(url: string, question: string): Promise<unknown[]> {
  const { DefaultChatTransport, readUIMessageStream } = await import("ai");
  const transport = new DefaultChatTransport({ api: `${url}/api/chat` });
  const stream = await transport.sendMessages({
    chatId: "bench",
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
    messages: [{ id: "question", role: "user", parts: [{ type: "text", text: question }] }],
  });
  let parts: unknown[] = [];
  for await (const message of readUIMessageStream({ stream })) parts = message.parts;
  return parts;
}

/** A conversation of a thousand messages, as the page exports and imports them. */
function toFile(question: string, parts: readonly unknown[]): string {
  const messages = Array.from({ length: turns }, (_, turn) => [
    { id: `q${turn}`, role: "user", parts: [{ type: "text", text: `${turn + 1}. ${question}` }] },
    { id: `a${turn}`, role: "assistant", parts },
  ]).flat();
  const conversation = { id: "thousand", title: "A thousand messages", createdAt: 1, updatedAt: 2, messages };
  return JSON.stringify({
    format: "jetson-advisor-conversations",
    version: 1,
    conversations: [conversation],
  });
}

/** So many windows a second are read rather than flown over. */
const readingPace = 3;
const readingMs = 6_000;

/** When the last question stood there. It is looked for by its place: a search for its text costs more than the page. */
async function lastQuestionMs(page: Page, text: string): Promise<number> {
  const shown = await page.waitForFunction(
    (text) => {
      const last = [...document.querySelectorAll(".log .question")].at(-1);
      return last?.textContent?.includes(text) ? performance.now() : 0;
    },
    text,
    { timeout: 60_000 },
  );
  return shown.jsonValue();
}

/** Scrolls up from the end at a pace at which it can be read; how long each frame took. */
async function readUp(page: Page): Promise<number[]> {
  return page.evaluate(
    async ([pace, forMs]) => {
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const frames: number[] = [];
      let last = await nextFrame();
      for (const end = last + forMs; last < end; ) {
        scrollBy(0, (-innerHeight * pace) / 60);
        const now = await nextFrame();
        frames.push(now - last);
        last = now;
      }
      return frames;
    },
    [readingPace, readingMs] as const,
  );
}

function toStumbles(name: string, frames: readonly number[]): Figure {
  const stumbles = frames.filter((ms) => ms > smoothMs).length;
  return {
    name,
    value: (100 * stumbles) / frames.length,
    unit: "%",
    note: `${stumbles} of ${frames.length}; p95 ${quantile(frames, 0.95).toFixed(0)} ms, worst ${Math.max(...frames).toFixed(0)} ms`,
  };
}

/** A conversation of a thousand messages: how soon it stands there, and how smoothly it scrolls from end to end. */
export async function benchLongConversation(page: Page, url: string, question: string): Promise<Figure[]> {
  await page.goto(url, { waitUntil: "networkidle" });
  const file = page.locator("input[type=file]");
  if ((await file.count()) === 0) throw new Error("the page has no history to import into");
  const text = toFile(question, await answerParts(url, question));
  // Tens of megabytes are more than the protocol of the browser takes by itself.
  const folder = mkdtempSync(join(tmpdir(), "jetson-advisor-bench-"));
  writeFileSync(join(folder, "thousand.json"), text);
  await page.evaluate(() => {
    window.watched.longTasks.length = 0;
  });
  await file.setInputFiles(join(folder, "thousand.json"));
  await page.locator("a[href='/chats/thousand']").waitFor({ state: "attached", timeout: 60_000 });
  rmSync(folder, { recursive: true });
  const importing = await page.evaluate(() => window.watched.longTasks.splice(0));
  await page.goto(`${url}/chats/thousand`, { waitUntil: "commit" });
  const shownMs = await lastQuestionMs(page, `${turns}. ${question}`);
  await page.waitForTimeout(2_000);
  const read = await readUp(page);
  const { frames, longTasks } = await scrollThrough(page);
  return [
    { name: "1,000 messages: longest task of importing", value: Math.max(0, ...importing), unit: "ms" },
    { name: "  shown after", value: shownMs, unit: "ms" },
    toStumbles("  frames above 50 ms while reading up", read),
    toStumbles("  frames above 50 ms while scrolling", frames),
    {
      name: "  long tasks while scrolling",
      value: longTasks.length,
      unit: "",
      note: `worst ${Math.max(0, ...longTasks).toFixed(0)} ms`,
    },
  ];
}
