import type { Page } from "playwright-core";
import { chatBody, readReply } from "../../fixtures/whole-product.ts";
import { type Figure, median } from "./figure.ts";
import { firstCardMs, type Shift, takeShifts } from "./watch-page.ts";

const mostMs = 300;
const rounds = 7;

/** Opens the page, asks, and waits until the answer stands there whole. */
async function ask(page: Page, url: string, question: string): Promise<{ cardMs: number; shifts: Shift[] }> {
  await page.goto(url);
  await page.getByLabel("Your question").click();
  await page.keyboard.insertText(question);
  await takeShifts(page);
  await page.keyboard.press("Enter");
  const cardMs = await firstCardMs(page);
  await page.locator("[role=log][aria-busy=false]").waitFor();
  await page.waitForTimeout(600);
  return { cardMs, shifts: await takeShifts(page) };
}

/** The round in which most moved by itself while the answer came; CLS excuses what follows a key within half a second. */
function toShiftFigures(rounds: readonly (readonly Shift[])[]): Figure[] {
  const sum = (shifts: readonly Shift[]) => shifts.reduce((total, { value }) => total + value, 0);
  const unexcused = rounds.map((shifts) => sum(shifts.filter(({ isExcused }) => !isExcused)));
  const [largest] = rounds.flat().sort((one, other) => other.value - one.value);
  return [
    { name: "Layout shift from question to answer", value: Math.max(...unexcused), unit: "CLS", bar: 0 },
    {
      name: "  with what the key caused",
      value: Math.max(...rounds.map(sum)),
      unit: "",
      bar: 0,
      ...(largest && { note: `most: ${largest.what}` }),
    },
  ];
}

/** How soon the server has the first result of a tool, which is its share of the time to the first card. */
async function firstResultMs(url: string, question: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: chatBody(question),
  });
  const { arrived } = await readReply(response, started, () => undefined);
  return arrived.find(({ part }) => part.type === "tool-output-available")?.afterMs ?? Number.NaN;
}

/** From Enter to the first card on the screen: the first time in a new browser, and later; and what moved meanwhile. */
export async function benchFirstCard(page: Page, url: string, question: string): Promise<Figure[]> {
  const cold = await ask(page, url, question);
  const warm: Awaited<ReturnType<typeof ask>>[] = [];
  for (let round = 0; round < rounds; round++) warm.push(await ask(page, url, question));
  const server: number[] = [];
  for (let round = 0; round < rounds; round++) server.push(await firstResultMs(url, question));
  const cards = warm.map(({ cardMs }) => cardMs);
  const worst = Math.max(...cards);
  return [
    {
      name: "First card after Enter, built-in answerer",
      value: median(cards),
      unit: "ms",
      bar: mostMs,
      note: `median of ${rounds}, worst ${worst.toFixed(0)} ms`,
    },
    { name: "  the first time in a new browser", value: cold.cardMs, unit: "ms", bar: mostMs },
    { name: "  of which the server", value: median(server), unit: "ms", note: `median of ${rounds}` },
    ...toShiftFigures([cold, ...warm].map(({ shifts }) => shifts)),
  ];
}
