import type { Page } from "playwright-core";
import { type Figure, median, quantile } from "./figure.ts";

const mostMs = 50;
const rounds = 20;

/** From a key on a slider to the frame that shows the result of the plan as it is now. */
async function changeMs(page: Page, key: string): Promise<number> {
  // The page has to listen before the key is pressed, and a promise in an object is not waited for.
  const listening = await page.evaluateHandle(() => ({
    shownMs: new Promise<number>((resolve) => {
      const sums = document.querySelector(".sums")?.closest<HTMLElement>("[data-late]");
      let changedAt = 0;
      const onKey = ({ timeStamp }: Event) => {
        changedAt = timeStamp;
      };
      addEventListener("keydown", onKey, { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (changedAt === 0 || sums?.dataset.late !== "false") return;
        observer.disconnect();
        // The frame that paints it begins after this callback; a message is handled once it is done.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - changedAt);
          port2.postMessage(undefined);
        });
      });
      if (sums) observer.observe(sums, { attributeFilter: ["data-late"] });
    }),
  }));
  await page.keyboard.press(key);
  return page.evaluate(({ shownMs }) => shownMs, listening);
}

/** How soon the planner shows what a change does, computed by the server's tool. */
export async function benchPlannerChange(page: Page, url: string): Promise<Figure[]> {
  await page.goto(`${url}/planner`, { waitUntil: "networkidle" });
  await page.locator(".sums").waitFor();
  await page.getByRole("slider").first().focus();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++)
    taken.push(await changeMs(page, round % 2 === 0 ? "ArrowRight" : "ArrowLeft"));
  return [
    {
      name: "Planner: change to result",
      value: median(taken),
      unit: "ms",
      bar: mostMs,
      note: `median of ${rounds}, p75 ${quantile(taken, 0.75).toFixed(0)} ms, worst ${Math.max(...taken).toFixed(0)} ms`,
    },
  ];
}
