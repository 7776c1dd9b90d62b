import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import type { ModelServer } from "../../evals/self/model-server/start-server.ts";
import { usualBrain, usualQuestion } from "../fixtures/whole-product.ts";
import { executablePath, openBrowser } from "./browser.ts";
import { openPageService, type PageService } from "./page-service.ts";
import { askNext, awaitAnswer, toAddress } from "./page-states.ts";

/** What the browser says of requests that find no server; the tests stop it themselves. */
const expectedErrors = ["ERR_CONNECTION", "ERR_INCOMPLETE", "ERR_EMPTY", "dynamically imported module"];
const lost = "The connection to the advisor was lost.";

let model: ModelServer;
let service: PageService;
let browser: Awaited<ReturnType<typeof openBrowser>>;

describe.skipIf(!executablePath)("the page without a network", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    model = await startOllamaServer({ brain: usualBrain });
    service = await openPageService(model.endpoint);
    browser = await openBrowser(service.url);
  }, 60_000);
  afterEach(async () => {
    await service.powerUp();
    await browser.expectNoBreach();
  });
  afterAll(async () => {
    await browser?.close();
    service?.close();
    await model?.close();
  });

  it("is used from one end to the other with no host in reach but its own", async () => {
    const page = await browser.openPage("/");
    await page.route(
      ({ origin }) => origin !== service.url,
      (route) => route.abort("internetdisconnected"),
    );
    await page.getByRole("button", { name: "Can I run Qwen2.5-VL-7B" }).click();
    await awaitAnswer(page);
    await page.locator(".claim").first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    for (const name of ["Planner", "Documents", "Status"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
    }
    await page.getByRole("link", { name: "Chat", exact: true }).click();
    await askNext(page, usualQuestion);
    expect(await page.locator(".answer").count()).toBe(2);
  });

  it("answers the tenth question like the first", async () => {
    const page = await browser.openPage("/");
    for (let asked = 0; asked < 10; asked++) await askNext(page, usualQuestion);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("says that its server is gone, keeps what was said, and goes on when it is back", async () => {
    const page = await browser.openPage("/", { expectedErrors });
    await askNext(page, usualQuestion);
    const first = await page.locator(".answer .prose").first().textContent();
    model.setFault({ kind: "stall", at: 12 });
    await page.getByLabel("Your question").fill("And on an AGX Orin 64GB?");
    await page.keyboard.press("Enter");
    await page.locator(".answer").nth(1).getByText(/fits/i).first().waitFor();
    await service.cutPower();
    const alert = page.getByRole("alert");
    await alert.getByText(lost).waitFor();
    expect(await page.getByText("The answer is complete.").count()).toBe(0);
    await alert.getByRole("button", { name: "Try again" }).click();
    await alert.getByText(lost).waitFor();
    expect(await page.locator(".answer .prose").first().textContent()).toBe(first);
    model.setFault({ kind: "ok" });
    await service.powerUp();
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.getByText("The answer is complete.").waitFor({ state: "attached" });
    expect(await page.locator(".question").allInnerTexts()).toHaveLength(2);
    expect(await alert.count()).toBe(0);
  });

  it("says so too where a view cannot be fetched, and opens it when the server is back", async () => {
    const page = await browser.openPage(toAddress(usualQuestion), { expectedErrors });
    await awaitAnswer(page);
    await service.cutPower();
    await page.getByRole("link", { name: "Status", exact: true }).click();
    await page.getByRole("alert").getByText(lost).waitFor();
    await page.getByRole("link", { name: "Chat", exact: true }).click();
    expect(await page.locator(".answer").innerText()).toMatch(/fits/);
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("button", { name: "Export as JSON" }).click();
    await page.getByRole("dialog").getByText(`Cannot export "${usualQuestion}". ${lost}`).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Status", exact: true }).click();
    await page.getByRole("alert").getByText(lost).waitFor();
    await service.powerUp();
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Status", level: 1 }).waitFor();
  });

  it("shows the words of an answer when what draws it cannot be fetched, and draws it at the next try", async () => {
    const page = await browser.openPage("/", { expectedErrors });
    await page.route("**/answer-view-*.js", (route) => route.abort("connectionrefused"));
    await page.getByLabel("Your question").fill(usualQuestion);
    await page.keyboard.press("Enter");
    await page.locator(".answer.words").getByText(/fits/).waitFor();
    await page.unroute("**/answer-view-*.js");
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await page.locator(".answer .check").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});
