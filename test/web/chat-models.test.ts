import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import type { ModelServer } from "../../evals/self/model-server/start-server.ts";
import { usualBrain, usualQuestion, usualSentences } from "../fixtures/whole-product.ts";
import { executablePath } from "./browser.ts";
import { modelAt, openProduct, type ProductPage } from "./product.ts";

let model: ModelServer;
let product: ProductPage;

const field = (page: Page) => page.getByRole("textbox", { name: "Your question" });
/** Events of the first sentence, and one of the next: then the first has been shown. */
const afterFirstSentence = 11;

async function ask(page: Page): Promise<void> {
  await field(page).fill(usualQuestion);
  await page.keyboard.press("Enter");
}

describe.skipIf(!executablePath)("the chat with a model", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    model = await startOllamaServer({ brain: usualBrain });
    product = await openProduct({ backend: modelAt(model.endpoint) });
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(async () => {
    await product?.close();
    await model?.close();
  });

  it("says which model answers, shows its words, and stops it where it writes", async () => {
    const page = await product.openPage("/");
    await page.getByText("Model: qwen3:4b").waitFor();
    await ask(page);
    await page.locator(".check").getByText("qwen3:4b").waitFor();
    expect(await page.locator(".prose").innerText()).toContain(usualSentences[1]?.trim());

    const before = model.chats().length;
    model.setFault({ kind: "stall", at: afterFirstSentence });
    await ask(page);
    await page.locator(".prose").nth(1).getByText("fits on the Jetson Orin NX 16GB").waitFor();
    expect(
      model
        .chats()
        .slice(before)
        .every(({ closedAt }) => closedAt === undefined),
    ).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByText("This answer ended early").waitFor();
    await expect
      .poll(
        () =>
          model
            .chats()
            .slice(before)
            .map(({ closedAt }) => typeof closedAt),
        { timeout: 5_000 },
      )
      .toEqual(["number"]);
    expect(await page.evaluate("document.activeElement.id")).toBe("question");

    model.setFault({ kind: "pace", ms: 20 });
    await page.getByRole("button", { name: "Answer again", exact: true }).click();
    await page.locator(".check").nth(1).waitFor();
    expect(await page.getByText("This answer ended early").count()).toBe(0);
    expect(await page.locator(".question").count()).toBe(2);
  });

  it.each([
    ["that breaks off", { kind: "rst", at: 0 }],
    ["that sends no JSON", { kind: "bad-json", at: 0 }],
    ["that is a login page", { kind: "html" }],
  ] as const)("says that the built-in answer stands in for a model %s", async (_, fault) => {
    model.setFault(fault);
    const page = await product.openPage("/");
    await ask(page);
    await page.locator(".check").waitFor();
    expect(await page.locator(".answer .degraded").innerText()).toMatch(
      /^The model did not answer \(.+\); this is the built-in answer\.$/,
    );
    expect(await page.locator(".prose").innerText()).toContain("Yes, it fits");
    await product.screenshot(page, `chat-degraded-${fault.kind}`);
  });

  it("keeps the words of a model that breaks off behind them, and asks it again", async () => {
    model.setFault({ kind: "rst", at: afterFirstSentence });
    const page = await product.openPage("/");
    await ask(page);
    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("llm-interrupted");
    expect(await page.locator(".prose").innerText()).toContain("fits on the Jetson Orin NX 16GB");
    await product.screenshot(page, "chat-interrupted");
    model.setFault({ kind: "ok" });
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.locator(".check").waitFor();
    expect(await page.locator(".answer").count()).toBe(1);
    expect(await alert.count()).toBe(0);
  });

  it("says what is wrong with the model and what mends it, before anybody asks", async () => {
    const page = await product.openPage("/", { expectedErrors: ["503"] });
    await page.getByText("Model: qwen3:4b").waitFor();
    await model.close();
    // A look at the server counts for two seconds.
    await page.waitForTimeout(2_100);
    await page.reload();
    const header = page.locator(".chat-header");
    await header.getByText("llm-unreachable").waitFor();
    expect(await header.innerText()).toContain("Until then the built-in answerer stands in.");
    await product.screenshot(page, "chat-no-model");
    model = await startOllamaServer({ brain: usualBrain, port: Number(new URL(model.root).port) });
    await page.waitForTimeout(2_100);
    await header.getByRole("button", { name: "Look again" }).click();
    await page.getByText("Model: qwen3:4b").waitFor();
  });
});
