import { describe, expect, it } from "vitest";
import { Device } from "../../../knowledge/schema.ts";
import { Reference, toSubject } from "../../../tools/placement/subject.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const find = (reference: Reference) =>
  toSubject(reference, knowledge.devices, (raw) => Device.safeParse(raw));

describe("Reference", () => {
  it.each([
    { raw: "thor", fine: true },
    { raw: { name: "Mine" }, fine: true },
    { raw: { name: "Mine", memory: "8 GB" }, fine: true },
    { raw: "a".repeat(200), fine: true },
    { raw: "a".repeat(201), fine: false },
    { raw: "", fine: false },
    { raw: {}, fine: false },
    { raw: { memory: "8 GB" }, fine: false },
    { raw: 7, fine: false },
    { raw: ["thor"], fine: false },
    { raw: null, fine: false },
  ])("takes $raw: $fine", ({ raw, fine }) => {
    expect(Reference.safeParse(raw).success).toBe(fine);
  });
});

describe("toSubject()", () => {
  it("finds a record by an alias and refers to it by its id", () => {
    const { id, name, record, reference, provenance, assumptions } = find("AGX Orin 64");
    expect([id, name, reference, assumptions]).toEqual([
      "agx-orin-64gb",
      "Jetson AGX Orin 64GB",
      "agx-orin-64gb",
      [],
    ]);
    expect(record.bandwidth).toBe(204.8e9);
    expect(provenance.memTotal?.source).toBe("tegrastats-logs");
  });

  it("says what a loose name was taken for", () => {
    expect(find("Thor").assumptions).toEqual(['"Thor" is taken as Jetson AGX Thor Developer Kit']);
  });

  it("reads an inline record and refers to it by itself", () => {
    const mine = { name: "Mine", memory: "8 GB", bandwidth: "100 GB/s" };
    expect(find(mine)).toMatchObject({
      id: null,
      name: "Mine",
      record: { memory: 8e9, bandwidth: 100e9 },
      provenance: {},
      assumptions: [],
    });
    expect(find(mine).reference).toBe(mine);
  });

  it.each([
    { why: "a quantity without a unit", mine: { name: "Mine", memory: "8" }, says: "memory" },
    { why: "a unit that only objects have", mine: { name: "Mine", memory: "5 constructor" }, says: "memory" },
    { why: "a field nobody knows", mine: { name: "Mine", ram: "8 GB" }, says: "ram" },
  ])("throws invalid-input that names record and field, for $why", ({ mine, says }) => {
    expect(() => find(mine)).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        message: expect.stringMatching(new RegExp(`^Cannot read the inline device "Mine": .*${says}`, "s")),
      }),
    );
  });

  it.each([
    { name: "Orin NX", code: "ambiguous-id" },
    { name: "Orin NY", code: "unknown-id" },
  ])("throws $code for $name", ({ name, code }) => {
    expect(() => find(name)).toThrow(expect.objectContaining({ code }));
  });
});
