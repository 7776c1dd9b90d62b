import type { JSHandle, Page } from "playwright-core";

/** Where Tab came to: a name to read, and whether it was there before, can be told from the rest, and is in sight. */
type Step = { name: string; isKnown: boolean; isMarked: boolean; isInSight: boolean };

/** Presses Tab once, and looks at what has the focus then; undefined is the document itself. */
async function step(page: Page, walked: JSHandle<Set<Element>>): Promise<Step | undefined> {
  await page.keyboard.press("Tab");
  return page.evaluate(async (walked) => {
    // What people see is what is drawn: the page may have scrolled there since.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const isKnown = walked.has(element);
    walked.add(element);
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const shares = [0.1, 0.5, 0.9];
    const isInSight = shares.some((across) =>
      shares.some((down) => {
        const found = document.elementFromPoint(left + across * width, top + down * height);
        return found !== null && (element.contains(found) || found.contains(element));
      }),
    );
    const { tagName, className, innerText } = element;
    return {
      name: `${tagName}.${className}: ${element.ariaLabel ?? innerText.slice(0, 40)}`,
      isKnown,
      isMarked: (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none",
      isInSight,
    };
  }, walked);
}

/** What can be operated but was not walked by: of radio buttons and of a row led through with arrows one is enough. */
async function missed(page: Page, walked: JSHandle<Set<Element>>): Promise<string[]> {
  return page.evaluate((walked) => {
    const scope = document.querySelector("dialog[open]") ?? document;
    const selector = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const groups = new Set(
      [...walked].flatMap((each) =>
        each instanceof HTMLInputElement && each.type === "radio" ? each.name : [],
      ),
    );
    return (
      [...scope.querySelectorAll<HTMLElement>(selector)]
        // The way down is gone once Tab has come down.
        .filter((element) => !element.matches(".jump"))
        .filter((element) => element.tabIndex >= 0 && !element.matches(":disabled"))
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !walked.has(element))
        .filter((element) => !(element instanceof HTMLInputElement && groups.has(element.name)))
        .map(({ tagName, className, innerText }) => `${tagName}.${className}: ${innerText.slice(0, 40)}`)
    );
  }, walked);
}

/** Walks around the page with Tab alone, until it comes by the same place again. */
export async function walkWithTab(page: Page) {
  const walked = await page.evaluateHandle(() => new Set<Element>());
  const steps: Step[] = [];
  let isRound = false;
  for (let pressed = 0; pressed < 400 && !isRound; pressed++) {
    const next = await step(page, walked);
    isRound = next?.isKnown ?? false;
    if (next && !isRound) steps.push(next);
  }
  return {
    isRound,
    count: steps.length,
    missed: await missed(page, walked),
    unmarked: steps.flatMap(({ name, isMarked }) => (isMarked ? [] : name)),
    hidden: steps.flatMap(({ name, isInSight }) => (isInSight ? [] : name)),
  };
}
