import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const usualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; without one the page is not tested, and that is said. */
export const executablePath = [process.env.CHROMIUM_PATH ?? "", ...usualPaths].find(
  (path) => path !== "" && existsSync(path),
);
if (!executablePath)
  console.warn(
    "NOT TESTED: the page, for want of a browser. Install Chromium, or name one in CHROMIUM_PATH.",
  );

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];

const screenshots = join(import.meta.dirname, "../../.screenshots");

/** How a page is opened: the width and height of its window in pixels, and what its user prefers. */
export type PageOptions = {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
  /** Failed requests that the test brings about itself, by a part of the browser's message. */
  expectedErrors?: readonly string[];
} & Pick<BrowserContextOptions, "reducedMotion" | "hasTouch" | "permissions" | "locale">;

/** Writes down everything a page does that it must not do. */
async function watch(page: Page, origin: string, breaches: string[], expected: readonly string[]) {
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) breaches.push(`request to ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    breaches.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => breaches.push(`error ${error.message}`));
  page.on("console", (message) => {
    const isExpected = expected.some((part) => message.text().includes(part));
    if (message.type() === "error" && !isExpected) breaches.push(`console ${message.text()}`);
  });
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    ),
  );
}

/** A browser whose pages belong to one origin; each page has a device of its own, with nothing stored on it. */
export async function openBrowser(origin: string) {
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: flags });
  const breaches: string[] = [];
  return {
    async openPage(path: string, options: PageOptions = {}): Promise<Page> {
      const { width = 390, height = 800, scheme = "light", expectedErrors = [], ...others } = options;
      const page = await browser.newPage({ ...others, viewport: { width, height }, colorScheme: scheme });
      page.setDefaultTimeout(10_000);
      await watch(page, origin, breaches, ["503", ...expectedErrors]);
      await page.goto(origin + path);
      return page;
    },
    /** Keeps a picture of the page for people to look at. */
    async screenshot(page: Page, name: string): Promise<void> {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
    /** Closes the pages of a test, and fails it when one did what it must not. */
    async expectNoBreach(): Promise<void> {
      for (const context of browser.contexts()) await context.close();
      expect(breaches.splice(0)).toEqual([]);
    },
    close: () => browser.close(),
  };
}
