import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import type { UIMessage } from "ai";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { createWholeQueue } from "../../../web/history/whole-queue.ts";
import { executablePath, openBrowser } from "../browser.ts";

declare global {
  interface Window {
    createWholeQueue: typeof createWholeQueue;
    /** What each stub did in its turn: `read 1`, `whole 1`. */
    steps: string[];
    /** Lets the stub at a position leave. */
    leave: Map<number, () => void>;
    /** Ends the reading of the message at a position. */
    found: Map<number, (isThere: boolean) => void>;
  }
}

let browser: Awaited<ReturnType<typeof openBrowser>>;
const source = new URL("../../../web/history/whole-queue.ts", import.meta.url);

/** An empty page with the queue in it, and with sections each as high as the window. */
async function openSections(count: number): Promise<Page> {
  const page = await browser.openPage("blank");
  await page.setContent(
    `<!doctype html><style>body { margin: 0 } section { height: 100vh }</style>${"<section></section>".repeat(count)}`,
  );
  const code = stripTypeScriptTypes(await readFile(source, "utf8"));
  await page.addScriptTag({
    type: "module",
    content: `${code}\nwindow.createWholeQueue = createWholeQueue;`,
  });
  await page.waitForFunction(() => "createWholeQueue" in window);
  return page;
}

/** Every section waits to become whole; `isHeld` lets readings and turns last until the test ends them. */
async function enterAll(page: Page, isHeld = false): Promise<void> {
  await page.evaluate((isHeld) => {
    Object.assign(window, { steps: [], leave: new Map(), found: new Map() });
    const whole: UIMessage = { id: "a", role: "assistant", parts: [] };
    const queue = window.createWholeQueue(async (position) => {
      window.steps.push(`read ${position}`);
      const isThere = !isHeld || (await new Promise((resolve) => window.found.set(position, resolve)));
      return isThere ? whole : undefined;
    });
    for (const [position, element] of document.querySelectorAll("section").entries()) {
      const leave = queue.enter(element, {
        position,
        onWhole: () => {
          window.steps.push(`whole ${position}`);
          if (!isHeld) leave();
        },
      });
      window.leave.set(position, leave);
    }
  }, isHeld);
}

function steps(page: Page): Promise<string[]> {
  return page.evaluate(() => window.steps);
}

/** Lets so many frames pass, in which a queue that must wait could go on. */
async function passFrames(page: Page, count = 10): Promise<void> {
  await page.evaluate(async (count) => {
    for (let at = 0; at < count; at++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

describe.skipIf(!executablePath)("createWholeQueue()", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    browser = await openBrowser("about:");
  }, 60_000);
  afterEach(() => browser.expectNoBreach());
  afterAll(() => browser?.close());

  it("makes whole what is at most four windows away, the nearest first", async () => {
    const page = await openSections(14);
    // Of the seventh section the last part is seen, of the eighth the first.
    await page.evaluate(() => window.scrollTo(0, 6.3 * window.innerHeight));
    await enterAll(page);
    const nearest = [6, 7, 5, 8, 4, 9, 3, 10, 2, 11];
    await expect
      .poll(() => steps(page))
      .toEqual(nearest.flatMap((position) => [`read ${position}`, `whole ${position}`]));
    await passFrames(page);
    expect(await steps(page)).toHaveLength(2 * nearest.length);
  });

  it("lets one turn last until its stub has left", async () => {
    const page = await openSections(3);
    await enterAll(page, true);
    await expect.poll(() => steps(page)).toEqual(["read 0"]);
    await page.evaluate(() => window.found.get(0)?.(true));
    await passFrames(page);
    expect(await steps(page)).toEqual(["read 0", "whole 0"]);
    await page.evaluate(() => window.leave.get(0)?.());
    await expect.poll(() => steps(page)).toEqual(["read 0", "whole 0", "read 1"]);
  });

  it("passes over what cannot be read, and what has left while it was read", async () => {
    const page = await openSections(3);
    await enterAll(page, true);
    await expect.poll(() => steps(page)).toEqual(["read 0"]);
    await page.evaluate(() => window.found.get(0)?.(false));
    await expect.poll(() => steps(page)).toEqual(["read 0", "read 1"]);
    await page.evaluate(() => {
      window.leave.get(1)?.();
      window.found.get(1)?.(true);
    });
    await expect.poll(() => steps(page)).toEqual(["read 0", "read 1", "read 2"]);
  });

  it("reads nothing while the page flies by, and goes on where it stays", async () => {
    const page = await openSections(30);
    const flying = page.evaluate(async () => {
      // To and fro, until the sections have waited for a while.
      for (let frame = 0; frame < 21; frame += "steps" in window ? 1 : 0) {
        window.scrollTo(0, window.scrollY > 0 ? 0 : 20 * window.innerHeight);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const seen = [...window.steps];
      window.scrollTo(0, 0);
      return seen;
    });
    await enterAll(page);
    expect(await flying).toEqual([]);
    await expect.poll(() => steps(page)).toContain("whole 0");
    await page.evaluate(() => window.scrollTo(0, 20 * window.innerHeight));
    await expect.poll(() => steps(page)).toContain("whole 20");
  });
});
