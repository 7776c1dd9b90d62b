import { describe, expect, it } from "vitest";
import { createFactBook } from "../../../tools/facts.ts";
import { addRoom } from "../../../tools/memory/room.ts";
import { memoryAvailable } from "../../../tools/placement/board.ts";
import { board, knowledge } from "../../fixtures/knowledge.ts";

describe("addRoom()", () => {
  it("leaves less beside a desktop than headless, and less than the board has", () => {
    const nano = board("orin-nano-8gb");
    const book = createFactBook(nano.name, knowledge);
    addRoom(book, nano, knowledge);
    const [desktop, headless] = book.facts.map(({ value }) => value);
    expect(book.facts.map(({ id }) => id)).toEqual(["room-desktop", "room-headless"]);
    expect(desktop).toBeLessThan(headless ?? 0);
    expect(headless).toBeLessThan(memoryAvailable(nano) ?? 0);
    expect(book.sources().length).toBeGreaterThan(0);
  });
});
