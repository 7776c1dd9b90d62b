import { availableParallelism, loadavg } from "node:os";
import type { Page } from "playwright-core";
import { executablePath } from "../../web/browser.ts";
import { openProduct } from "../../web/product.ts";
import { type Figure, toLine } from "./figure.ts";
import { benchFirstCard } from "./first-card.ts";
import { benchFirstLoad } from "./first-load.ts";
import { benchInteractions } from "./interactions.ts";
import { benchLongConversation } from "./long-conversation.ts";
import { benchPlannerChange } from "./planner-change.ts";
import { watchPage } from "./watch-page.ts";

type Part = (page: Page, url: string, question: string) => Promise<Figure[]>;

const question = "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?";
/** How much slower the processor of a plain phone is, about. */
const phoneSlowness = 4;
const print = (line: string) => process.stdout.write(`${line}\n`);

// That there is none was said when it was looked for.
if (executablePath === undefined) process.exit();
const product = await openProduct();

/** Runs a part in a browser profile of its own, and prints what it found; one that fails is told, and the rest goes on. */
async function run(part: Part, slowness = 1): Promise<void> {
  const page = await product.openPage("/healthz", { width: 390, height: 800 });
  try {
    page.setDefaultTimeout(20_000);
    await watchPage(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    for (const figure of await part(page, product.url, question)) print(toLine(figure));
  } catch (thrown) {
    print(`${part.name} broke off: ${thrown instanceof Error ? thrown.message : thrown}`);
  } finally {
    await page.context().close();
  }
}

const load = loadavg()[0] ?? 0;
const isBusy = load > availableParallelism() / 2;
print(
  `The page in Chromium, 390 × 800; load ${load.toFixed(1)}${isBusy ? ": this machine is BUSY, its times are not to be believed" : ""}`,
);
for (const part of [
  benchFirstLoad,
  benchFirstCard,
  benchInteractions,
  benchPlannerChange,
  benchLongConversation,
])
  await run(part);
print(`With a processor ${phoneSlowness} times slower:`);
for (const part of [benchFirstCard, benchInteractions, benchPlannerChange]) await run(part, phoneSlowness);
await product.close();
