import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { catalogRoutes } from "../../../server/http/catalog-routes.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const Named = z.object({ id: z.string(), name: z.string() });
const Catalog = z.object({
  devices: z.array(
    Named.extend({
      group: z.string(),
      memoryBytes: z.number().nullable(),
      powerModes: z.array(z.object({ name: z.string(), watts: z.number().nullable(), shipped: z.boolean() })),
    }),
  ),
  models: z.array(
    Named.extend({
      kind: z.string(),
      parametersBillions: z.number().nullable(),
      maxContext: z.number().nullable(),
    }),
  ),
  quantizations: z.array(Named),
  runtimes: z.array(Named.extend({ serves: z.array(z.string()), quantizations: z.array(z.string()) })),
  cacheTypes: z.array(Named.extend({ runtimes: z.array(z.string()) })),
});

const text = await (await catalogRoutes(knowledge).request("/")).text();
const catalog = Catalog.parse(JSON.parse(text));
const groupOf = (id: string) => catalog.devices.find((device) => device.id === id)?.group;

describe("catalogRoutes()", () => {
  it.each(["devices", "models", "quantizations", "runtimes", "cacheTypes"] as const)(
    "lists all %s by id and name",
    (kind) => {
      const known = knowledge[kind].entries.map(({ id, value: { name } }) => ({ id, name }));
      expect(catalog[kind].map(({ id, name }) => ({ id, name }))).toEqual(known);
    },
  );

  it("names formats and engines by ids that it lists", () => {
    const formats = new Set(catalog.quantizations.map(({ id }) => id));
    const engines = new Set(catalog.runtimes.map(({ id }) => id));
    expect(
      catalog.runtimes.flatMap(({ quantizations }) => quantizations).every((id) => formats.has(id)),
    ).toBe(true);
    expect(catalog.cacheTypes.flatMap(({ runtimes }) => runtimes).every((id) => engines.has(id))).toBe(true);
  });

  it("has an engine for every kind of model", () => {
    const served = new Set(catalog.runtimes.flatMap(({ serves }) => serves));
    expect(catalog.models.filter(({ kind }) => !served.has(kind))).toEqual([]);
  });

  it.each([
    ["orin-nx-16gb", "current"],
    ["orin-nx-16gb-super", "variant"],
    ["agx-xavier-32gb", "earlier"],
    ["rtx-5080", "other"],
  ])("puts %s among the %s boards", (id, group) => {
    expect(groupOf(id)).toBe(group);
  });

  it("marks the power mode that a board ships in", () => {
    const modes = catalog.devices.find(({ id }) => id === "orin-nx-16gb")?.powerModes ?? [];
    expect(modes.filter(({ shipped }) => shipped).map(({ name }) => name)).toEqual(["15W"]);
  });

  it("is small enough to be fetched by a phone", () => {
    expect(gzipSync(text).byteLength).toBeLessThan(12_000);
  });
});
