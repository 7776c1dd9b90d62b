import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.ts";
import { openProduct, type ProductPage } from "./product.ts";

let product: ProductPage;

describe.skipIf(!executablePath)("the product in a browser", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    product = await openProduct();
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("answers a question of the address, and goes on while another view is open", async () => {
    const page = await product.openPage("/?q=Can+I+run+Llama+3.1+8B+on+an+Orin+NX+16GB%3F");
    await page.getByRole("link", { name: "Status" }).click();
    await page.getByRole("heading", { name: "Status", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Chat" }).click();
    await page.getByText("built-in", { exact: true }).waitFor();
    await product.screenshot(page, "product-answer");
  });

  it.each(["/planner", "/documents", "/status"])("opens the view of %s", async (path) => {
    const page = await product.openPage(path);
    await page.getByRole("heading", { level: 1 }).last().waitFor();
    expect(await page.getByRole("navigation").locator("[aria-current]").getAttribute("href")).toBe(path);
  });
});
