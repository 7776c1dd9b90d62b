import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentAddress, sectionAt, sectionOf } from "../../../web/documents/document-address.ts";

describe("documentAddress()", () => {
  it.each([
    { id: "thor-notes#cold-start", address: "/documents/thor-notes#cold-start" },
    { id: "thor-notes", address: "/documents/thor-notes" },
    { id: "notes#größe-2", address: "/documents/notes#gr%C3%B6%C3%9Fe-2" },
    { id: "notes#a#b", address: "/documents/notes#a%23b" },
    { id: "//evil.example/x?y#z", address: "/documents/%2F%2Fevil.example%2Fx%3Fy#z" },
    { id: "../status#x", address: "/documents/..%2Fstatus#x" },
  ])("is $address for $id", ({ id, address }) => {
    expect(documentAddress(id)).toBe(address);
  });

  it("leads back to the section, whatever its name is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (section) => {
        const { hash } = new URL(documentAddress(`thor-notes#${section}`), "http://127.0.0.1");
        expect(sectionAt(hash)).toBe(section);
        expect(sectionOf(`thor-notes#${section}`)).toBe(section);
      }),
    );
  });
});

describe("sectionAt()", () => {
  it("takes an escape that is none as it is written", () => {
    expect(sectionAt("#100%")).toBe("100%");
  });

  it("is empty without one", () => {
    expect(sectionAt("")).toBe("");
  });
});
