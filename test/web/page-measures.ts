import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules whose outcome hangs on colours or sizes; all others read the document, which is the same in every window. */
const rulesOfAppearance = [
  "color-contrast",
  "link-in-text-block",
  "target-size",
  "scrollable-region-focusable",
];

/** What axe objects to, and where: all its rules, or those that another window or colour scheme may break. */
export async function objectionsOf(page: Page, isAll: boolean): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  // Its source is large, and stays in the page.
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) });
  // The other way of axe needs a second page in the browser's context, and is for frames.
  builder.setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (isAll
    ? builder.withTags(everyRule)
    : builder.withRules(rulesOfAppearance)
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than its window, and the innermost elements that stick out. */
export async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOutside = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > clientWidth + 1;
    };
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const outside = [...document.querySelectorAll("body *")].filter(
      (element) => isOutside(element) && !scrolls(element.parentElement),
    );
    const innermost = outside.filter((element) => ![...element.children].some(isOutside));
    const toName = ({ tagName, className, textContent }: Element) =>
      `${tagName}.${className}: ${textContent?.slice(0, 40)}`;
    return [`${scrollWidth - clientWidth} px too wide`, ...innermost.slice(0, 5).map(toName)];
  });
}

/** Texts that are cut off: their box hides what does not fit, and no longer name says the rest. */
export async function cutTextsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: HTMLElement) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return (
        (hides(overflowX) && scrollWidth > clientWidth + 1) ||
        (hides(overflowY) && scrollHeight > clientHeight + 1)
      );
    };
    // One pixel is how texts for screen readers are kept from sight.
    const isSeen = ({ clientWidth, clientHeight }: HTMLElement) => clientWidth > 1 && clientHeight > 1;
    return [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.innerText?.trim() && isSeen(element) && !element.title && isCut(element))
      .map(({ tagName, className, innerText }) => `${tagName}.${className}: ${innerText.slice(0, 40)}`);
  });
}

/** Targets of fewer than 24 pixels either way; those in a line of text are as high as the text, as WCAG 2.5.8 grants. */
export async function smallTargetsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector =
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=slider]";
    return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
      // A label around a field is pressed in its stead.
      const target = element.closest("label") ?? element;
      const { width, height } = target.getBoundingClientRect();
      const isShown = element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      const isInText = getComputedStyle(element).display === "inline" && element.closest("p, li, td, .prose");
      // Of a bar's segment and of a measured point the place and width are the figure; a table says the same.
      const isFigure = element.matches(".segment, .point");
      if (!isShown || isInText || ((width >= 23.5 || isFigure) && height >= 23.5)) return [];
      const { tagName, className, innerText } = element;
      return `${Math.round(width)} × ${Math.round(height)}: ${tagName}.${className}: ${innerText}`;
    });
  });
}

/** What would move although its user asked for less motion. */
export async function motionsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  return page.evaluate(() => {
    const longest = (durations: string) =>
      Math.max(
        ...durations.split(",").map((each) => Number.parseFloat(each) * (each.includes("ms") ? 1 : 1000)),
      );
    const moves = (element: Element, part?: string) => {
      const style = getComputedStyle(element, part);
      const animates = style.animationName !== "none" && longest(style.animationDuration) > 10;
      return animates || longest(style.transitionDuration) > 10 || style.scrollBehavior === "smooth";
    };
    return [...document.querySelectorAll("*")]
      .filter((element) => [undefined, "::before", "::after"].some((part) => moves(element, part)))
      .map(({ tagName, className }) => `${tagName}.${className}`);
  });
}
