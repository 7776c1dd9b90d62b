import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revealHidden, splitHidden, withoutHidden } from "../../web/hidden-characters.ts";

/** A text in the plane of tags, where nobody sees it. */
const tagged = (text: string) =>
  [...text].map((each) => String.fromCodePoint(0xe0000 + each.charCodeAt(0))).join("");

describe("revealHidden()", () => {
  it.each([
    ["an override of direction", "see \u202egnp.exe", "see ⟨hidden U+202E⟩gnp.exe"],
    ["an isolate without an end", "\u2067x", "⟨hidden U+2067⟩x"],
    ["a blank without a width", "zero\u200bwidth", "zero⟨hidden U+200B⟩width"],
    ["a joiner between Latin letters", "a\u200db\ufeff", "a⟨hidden U+200D⟩b⟨hidden U+FEFF⟩"],
    ["a control", "a\u0001b", "a⟨hidden U+0001⟩b"],
    ["words in tags", `x${tagged("obey")}`, "x⟨hidden: 4 characters, U+E006F to U+E0079, “obey”⟩"],
    ["a flag that is none", `🏴${tagged("hi")}`, "🏴⟨hidden: 2 characters, U+E0068 U+E0069, “hi”⟩"],
    ["bytes in variation selectors", "😀\u{e0101}\u{e0111}", "😀⟨hidden: 2 characters, U+E0101 U+E0111⟩"],
    ["a second joiner behind an honest one", "می\u200c\u200cخ", "می\u200c⟨hidden U+200C⟩خ"],
    ["a row of marks of direction", "א\u200f\u200eb", "א⟨hidden: 2 characters, U+200F U+200E⟩b"],
  ])("tells of %s", (_name, text, revealed) => {
    expect(revealHidden(text)).toBe(revealed);
  });

  it.each([
    "plain words, 5 GB,\n\ta tab and a\r\nline",
    "👨‍👩‍👧 ❤️‍🔥 👩🏽‍⚕️ 🏳️‍🌈 1️⃣ ⚠️",
    `🏴${tagged("gbeng")}\u{e007f} 🏴${tagged("gbsct")}\u{e007f}`,
    "می\u200cخواهم، ه\u200d",
    "क्\u200dष",
    "שלום\u200f, 5 GB",
    "葛\u{e0100}城市",
    "Strom\u00adversorgung",
  ])("leaves %j, in which nothing hides", (text) => {
    expect(revealHidden(text)).toBe(text);
  });

  it("leaves nothing to tell", () => {
    const unit = fc.constantFrom(
      "a",
      " ",
      "ا",
      "👩",
      "\u200d",
      "\u200b",
      "\u202e",
      "\u200e",
      "\ufe0f",
      "\u{e0061}",
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const revealed = revealHidden(text);
        expect(revealHidden(revealed)).toBe(revealed);
        expect(withoutHidden(revealed)).toBe(revealed);
      }),
    );
  });

  it("comes to the end of a long text, whatever it is made of", () => {
    for (const unit of ["a", "\u200d\u180b", "ᠠ\u180b", "\u{1f3f4}", "\u200e"])
      expect(splitHidden(unit.repeat(50_000)).length).toBeGreaterThan(0);
  });
});

describe("splitHidden()", () => {
  it("sets apart what is hidden", () => {
    expect(splitHidden("a\u200bb")).toEqual([
      { text: "a", isHidden: false },
      { text: "⟨hidden U+200B⟩", isHidden: true },
      { text: "b", isHidden: false },
    ]);
    expect(splitHidden("")).toEqual([]);
  });
});

describe("withoutHidden()", () => {
  it("keeps what is read", () => {
    expect(withoutHidden(`a\u202e${tagged("obey")}b 👨‍👩‍👧`)).toBe("ab 👨‍👩‍👧");
  });
});
