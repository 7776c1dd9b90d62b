import type { Page } from "playwright-core";
import { type Figure, quantile } from "./figure.ts";
import { takeInteractions } from "./watch-page.ts";

const mostMs = 200;

/** What people do on the page, one kind of it each. */
const deeds: readonly { name: string; act(page: Page, url: string, question: string): Promise<unknown> }[] = [
  {
    name: "typing",
    act: (page, _, question) => page.getByLabel("Your question").pressSequentially(question, { delay: 15 }),
  },
  {
    name: "asking",
    async act(page) {
      await page.keyboard.press("Enter");
      await page.locator(".answer .card").first().waitFor();
      await page.locator("[role=log][aria-busy=false]").waitFor();
    },
  },
  {
    name: "typing under an answer",
    act: (page, _, question) => page.getByLabel("Your question").pressSequentially(question, { delay: 15 }),
  },
  {
    name: "unfolding",
    async act(page) {
      for (const summary of await page.locator(".answer summary:visible").all())
        if (await summary.isVisible()) await summary.click();
    },
  },
  {
    name: "opening a number",
    async act(page) {
      await page.locator(".answer .claim").first().click();
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "going to the planner",
    act: (page) => page.getByRole("link", { name: "Planner", exact: true }).click(),
  },
  {
    name: "dragging in the planner",
    async act(page) {
      const slider = page.getByRole("slider").first();
      if ((await slider.count()) === 0) return;
      await slider.focus();
      for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowRight", { delay: 30 });
    },
  },
];

/** From a key or press to the next frame, as the browser's Event Timing has it: it keeps what takes 16 ms or more. */
export async function benchInteractions(page: Page, url: string, question: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  await page.goto(url);
  await page.getByLabel("Your question").click();
  await takeInteractions(page);
  for (const { name, act } of deeds) {
    await act(page, url, question);
    const taken = (await takeInteractions(page)).map(({ durationMs }) => durationMs);
    const p75 = taken.length > 0 ? `${quantile(taken, 0.75)} ms p75 of ${taken.length}` : "all below 16 ms";
    figures.push({
      name: `Interaction: ${name}`,
      value: Math.max(0, ...taken),
      unit: "ms worst",
      bar: mostMs,
      note: p75,
    });
  }
  return figures;
}
