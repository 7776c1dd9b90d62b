import type { Page } from "playwright-core";
import { expect } from "vitest";

export const fit = "Can I run Llama 3.1 8B on an Orin NX 16GB?";
export const speed = "How fast is Llama 3.1 8B on an AGX Orin 64GB?";

/** Asks, and waits until the answer is whole. */
export async function ask(page: Page, question: string): Promise<void> {
  const answers = await page.locator(".check").count();
  await page.getByLabel("Your question").fill(question);
  await page.keyboard.press("Enter");
  await page.locator(".check").nth(answers).waitFor();
  await page.locator("[role=log][aria-busy=false]").waitFor();
}

/** The titles in the list, from the top. */
export function titles(page: Page): Promise<string[]> {
  return page.getByRole("complementary", { name: "History" }).locator(".item a").allInnerTexts();
}

/** Looks again until the page shows what is expected. */
export function soon<Value>(read: () => Promise<Value>) {
  return expect.poll(read, { timeout: 10_000 });
}
