import { describe, expect, it } from "vitest";
import { Device } from "../../../knowledge/schema.ts";
import { newestPrice } from "../../../tools/placement/newest-price.ts";

const price = (dollars: number, kind: string, date: string) => ({
  value: `${dollars} USD`,
  kind,
  date,
  source: "list",
});

describe("newestPrice()", () => {
  it.each([
    { prices: [price(1999, "kit", "2026-05"), price(3499, "kit", "2026-07-21")], dollars: 3499 },
    { prices: [price(2999, "module", "2026-07-21"), price(3499, "kit", "2026-07-21")], dollars: 3499 },
    { prices: [price(25, "module", "2024"), price(60, "board", "2024")], dollars: 60 },
    { prices: [price(499, "kit", "2023-03"), price(399, "module", "2026-07-21")], dollars: 399 },
    { prices: [], dollars: undefined },
  ])("is $dollars USD", ({ prices, dollars }) => {
    expect(newestPrice(Device.parse({ name: "board", prices }))?.value).toBe(dollars);
  });
});
