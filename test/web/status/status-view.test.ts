import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { machineFiles } from "../../fixtures/machine-folder.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";
import { statusWorldOf } from "../../fixtures/status-world.ts";
import { executablePath } from "../browser.ts";
import { openProduct, type ProductPage } from "../product.ts";

const endpoint = "http://127.0.0.1:11434/v1";
const up = statusWorldOf({ files: machineFiles.orinNx, wishes: { endpoint } }).world;
const down = statusWorldOf({ files: machineFiles.orinNx, server: undefined, wishes: { endpoint } }).world;
const cramped = statusWorldOf({ server: ollamaReport([{ contextTokens: 2048 }]) }).world;
let world = up;
let memory = up.memory();
let product: ProductPage;

const Status = z.looseObject({
  report: z.looseObject({
    checks: z.array(z.looseObject({ message: z.string(), fix: z.string().optional() })),
  }),
});

async function checksOverHttp() {
  const response = await fetch(`${product.url}/api/status`);
  return Status.parse(await response.json()).report.checks;
}

describe.skipIf(!executablePath)("the status in a browser", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct({
      status: { ...up, examine: () => world.examine(), memory: () => memory },
    });
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("shows every check that the server tells, and after another look what has changed", async () => {
    world = down;
    const page = await product.openPage("/status");
    await page.getByText("Not ready: 1 problem.").waitFor();
    const text = await page.getByRole("main").innerText();
    for (const { message, fix } of (await checksOverHttp()).filter((check) => check.id !== "memory")) {
      expect(text).toContain(message);
      expect(text).toContain(fix ?? "");
    }
    const server = page.getByRole("listitem").filter({ hasText: "No model server answers at" });
    expect(await server.innerText()).toMatch(/Problem[\s\S]*ollama serve/);
    await server.getByRole("button", { name: "Copy" }).waitFor();
    await product.screenshot(page, "status-server-down");

    world = cramped;
    // The look is shared for three seconds.
    await page.waitForTimeout(3_100);
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByText("its beginning would be cut off").waitFor();
    await page.getByRole("button", { name: /^Ask about .* on this board$/ }).click();
    await page.getByText("built-in", { exact: true }).waitFor();
  });

  it("goes on telling the memory while somebody looks", async () => {
    const page = await product.openPage("/status");
    await page.getByRole("meter", { name: "Memory taken" }).waitFor();
    memory = { totalBytes: 16e9, availableBytes: 4e9 };
    await page.getByText("12.00 GB of 16.00 GB are taken, 4.00 GB are available.").waitFor();
  });
});
