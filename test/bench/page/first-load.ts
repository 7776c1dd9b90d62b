import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import type { Figure } from "./figure.ts";

const mostKilobytes = 180;

type Fetched = { path: string; gzipBytes: number };

/** Notes every script that the browser really fetches. */
function noteScripts(page: Page): () => Promise<Fetched[]> {
  const responses: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") responses.push(response);
  });
  return () =>
    Promise.all(
      responses.splice(0).map(async (response) => ({
        path: new URL(response.url()).pathname,
        gzipBytes: gzipSync(await response.body()).length,
      })),
    );
}

function toFigure(name: string, scripts: readonly Fetched[], bar?: number): Figure {
  const bytes = scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  const note = scripts.map(({ path, gzipBytes }) => `${path.slice(8)} ${(gzipBytes / 1000).toFixed(1)}`);
  return { name, value: bytes / 1000, unit: "kB gzip", ...(bar && { bar }), note: note.join(", ") };
}

/** The scripts that `/` needs before anybody does anything, and what each further step adds. */
export async function benchFirstLoad(page: Page, url: string, question: string): Promise<Figure[]> {
  const take = noteScripts(page);
  await page.goto(url, { waitUntil: "networkidle" });
  const first = toFigure("JavaScript of the first load", await take(), mostKilobytes);
  await page.getByLabel("Your question").fill(question);
  await page.keyboard.press("Enter");
  await page.locator(".answer .card").first().waitFor();
  const figures = [first, toFigure("  added by asking", await take())];
  for (const view of ["Planner", "Documents", "Status"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(200);
    figures.push(toFigure(`  added by ${view}`, await take()));
  }
  return figures;
}
