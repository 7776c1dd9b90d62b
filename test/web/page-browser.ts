import { openBrowser } from "./browser.ts";
import { buildPageOnce } from "./built-page.ts";
import { type Reply, servePage } from "./page-server.ts";

export { executablePath } from "./browser.ts";

/** The page with these replies behind it, in a real browser. */
export async function openPageBrowser(reply: Reply) {
  const folder = await buildPageOnce();
  const server = await servePage(folder, reply);
  const browser = await openBrowser(server.origin);
  return {
    ...browser,
    folder,
    async close(): Promise<void> {
      await browser.close();
      server.close();
    },
  };
}

export type PageBrowser = Awaited<ReturnType<typeof openPageBrowser>>;
