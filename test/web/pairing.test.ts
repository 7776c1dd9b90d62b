import type { Page } from "playwright-core";
import { encode } from "uqr";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.ts";
import { openProduct, type ProductPage } from "./product.ts";

const TOKEN = "correct-horse-battery-staple";
/** What the browser says of an answer that lets nobody in. */
const refused = { expectedErrors: ["401"] };

let product: ProductPage;

/** Opens the status view as the owner, and makes a link for a further device. */
async function makeLink(options: Parameters<ProductPage["openPage"]>[1] = {}) {
  const owner = await product.openPage(`/?token=${TOKEN}`, options);
  await owner.getByRole("link", { name: "Status" }).click();
  await owner.getByRole("button", { name: "Pair another device" }).click();
  const url = await owner.locator(".pairing-link code").innerText();
  return { owner, url, path: new URL(url).pathname };
}

/** The dark modules that the page draws, as "x y" of each. */
async function darkModules(page: Page): Promise<string[]> {
  const path = (await page.locator(".qr-code path").getAttribute("d")) ?? "";
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step} ${y}`),
  );
}

describe.skipIf(!executablePath)("pairing in a browser", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    product = await openProduct({ token: TOKEN });
  }, 60_000);
  afterEach(() => product.expectNoBreach());
  afterAll(() => product?.close());

  it("pairs a device by a link once, lists it, and unpairs it", async () => {
    const { owner, path } = await makeLink();
    const phone = await product.openPage(path, refused);
    await phone.getByRole("navigation", { name: "Views" }).waitFor();
    expect(new URL(phone.url()).pathname).toBe("/");
    await owner.getByRole("status").filter({ hasText: "Paired:" }).waitFor();
    expect(await owner.locator(".qr-code").count()).toBe(0);
    const devices = owner.getByRole("list", { name: "Paired devices" }).getByRole("listitem");
    expect(await devices.count()).toBe(2);

    const second = await product.openPage(path, refused);
    await second.getByText("Cannot pair this device").waitFor();

    await devices.filter({ hasNotText: "(this device)" }).getByRole("button").click();
    await owner.getByRole("status").filter({ hasText: "Unpaired: Chrome on Linux." }).waitFor();
    expect(await devices.count()).toBe(1);
    expect(await owner.locator(".qr-code").count()).toBe(0);
    await phone.reload();
    await phone.getByText("Cannot answer without the token").waitFor();
    await owner.reload();
    await owner.getByText("(this device)").waitFor();
  });

  it.each([
    { scheme: "light", width: 1280 },
    { scheme: "dark", width: 390 },
    { scheme: "dark", width: 320 },
  ] as const)(
    "draws the link as a code a camera can read, $scheme at $width pixels",
    async ({ scheme, width }) => {
      const { owner, url } = await makeLink({ scheme, width });
      const wanted = encode(url, { border: 4 }).data.flatMap((row, y) =>
        row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])),
      );
      expect(await darkModules(owner)).toEqual(wanted);
      expect(await owner.getByRole("img", { name: /QR code/ }).isVisible()).toBe(true);
      const colours = await owner
        .locator(".qr-code")
        .evaluate((svg) => [...svg.children].map((child) => getComputedStyle(child).fill));
      expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
      const overflow = await owner.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await owner.locator(".qr-code").scrollIntoViewIfNeeded();
      await product.screenshot(owner, `pairing-${scheme}-${width}`);
    },
  );

  it("lets a device in that opened the link on a page of another site, one step later", async () => {
    const { url } = await makeLink();
    const phone = await product.openPage("/", refused);
    await phone.goto("about:blank");
    await phone.setContent(`<a href="${url}">Open the advisor of the lab</a>`);
    await phone.getByRole("link").click();
    await phone.getByText("sent here by a link on another site?").waitFor();
    await phone.getByRole("link", { name: "Open the advisor" }).click();
    await phone.getByRole("navigation", { name: "Views" }).waitFor();
  });

  it("lets no script make a policy of Trusted Types", async () => {
    const { owner } = await makeLink({ expectedErrors: ["trusted-types", "TrustedTypePolicy"] });
    const made = await owner.evaluate(() => {
      const factory: unknown = Reflect.get(window, "trustedTypes");
      const create: unknown = Reflect.get(Object(factory), "createPolicy");
      if (typeof create !== "function") return "no Trusted Types";
      try {
        Reflect.apply(create, factory, ["a-policy", {}]);
        return "made";
      } catch {
        return "refused";
      }
    });
    expect(made).toBe("refused");
  });
});

describe.skipIf(!executablePath)("pairing in a browser without a token", { timeout: 60_000 }, () => {
  it("says what is needed", async () => {
    const alone = await openProduct();
    const page = await alone.openPage("/status", { expectedErrors: ["409"] });
    await page.getByRole("button", { name: "Pair another device" }).click();
    await page.getByRole("alert").filter({ hasText: "--token" }).waitFor();
    await page.getByText("No device is paired.").waitFor();
    await alone.expectNoBreach();
    await alone.close();
  });
});
