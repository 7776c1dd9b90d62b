import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.ts";
import { walkWithTab } from "./keyboard-walk.ts";
import { cutTextsOf, motionsOf, objectionsOf, overflowOf, smallTargetsOf } from "./page-measures.ts";
import { type PageState, pageStates } from "./page-states.ts";
import { openProduct, type ProductPage } from "./product.ts";

/**
 * Each scheme and each width once, since colours do not hang on the width and axe takes seconds. The first is looked
 * at with every rule, the other with those that hang on what it looks like.
 */
const appearances = [
  { scheme: "light", width: 320 },
  { scheme: "dark", width: 1280 },
] as const;
const [first] = appearances;
const widths = [320, 390, 600, 768, 1024, 1280, 1920, 3840];

let product: ProductPage;
let page: Page;

async function open({ address, arrange, reach }: PageState): Promise<void> {
  page = await product.openPage(arrange ? "/" : address, { width: 320 });
  page.setDefaultTimeout(30_000);
  if (arrange) {
    await arrange(page);
    await page.goto(product.url + address);
  }
  await reach(page);
}

/** The page as it is for somebody who has set text, or reads from right to left, otherwise than most. */
async function measureWith(setting: {
  dir?: string;
  fontSize?: string;
  spacing?: boolean;
}): Promise<string[]> {
  await page.evaluate(({ dir = "", fontSize = "", spacing = false }) => {
    const { style } = document.documentElement;
    document.dir = dir;
    style.fontSize = fontSize;
    style.letterSpacing = spacing ? "0.12em" : "";
    style.wordSpacing = spacing ? "0.16em" : "";
  }, setting);
  return [...(await overflowOf(page)), ...(await cutTextsOf(page))];
}

describe.skipIf(!executablePath)("accessibility", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterAll(() => product?.close());

  describe.each(pageStates)("of $name", (state) => {
    beforeAll(() => open(state), 60_000);
    afterAll(() => product.expectNoBreach());

    it("has nothing that axe objects to, in light and dark, on a phone and a desk", async () => {
      const objections: string[] = [];
      for (const appearance of appearances) {
        await page.emulateMedia({ colorScheme: appearance.scheme });
        await page.setViewportSize({ width: appearance.width, height: 800 });
        const found = await objectionsOf(page, appearance === first);
        objections.push(...found.map((text) => `${appearance.scheme} ${appearance.width}: ${text}`));
      }
      expect(objections).toEqual([]);
    });

    it("has targets that can be hit", async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await smallTargetsOf(page)).toEqual([]);
    });

    it("never scrolls sideways, from 320 pixels to 4K", async () => {
      const found: Record<number, string[]> = {};
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await overflowOf(page);
        if (overflow.length > 0) found[width] = overflow;
      }
      expect(found).toEqual({});
    });

    it("loses nothing at 320 pixels with text twice as large, spaced out, or from right to left", async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      expect({
        usual: await measureWith({}),
        twice: await measureWith({ fontSize: "200%" }),
        spaced: await measureWith({ spacing: true }),
        fromRight: await measureWith({ dir: "rtl" }),
      }).toEqual({ usual: [], twice: [], spaced: [], fromRight: [] });
      await measureWith({});
    });

    it("keeps still for people who want less motion", async () => {
      expect(await motionsOf(page)).toEqual([]);
    });

    it("is gone round with Tab alone, past everything, and always shows where one is", async () => {
      const { isRound, missed, unmarked, hidden } = await walkWithTab(page);
      expect({ isRound, missed, unmarked, hidden }).toEqual({
        isRound: true,
        missed: [],
        unmarked: [],
        hidden: [],
      });
    });
  });
});
