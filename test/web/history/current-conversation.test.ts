import { describe, expect, it } from "vitest";
import { type Current, toCurrent } from "../../../web/history/current-conversation.ts";

const open: Current = { id: "one", isNew: false, path: "/chats/one", asked: undefined };
const asked = { question: "Does it fit?", isNew: false };
const askedAnew = { question: "Does it fit?", isNew: true };

describe("toCurrent()", () => {
  it("opens a new conversation at /, and a kept one at its address", () => {
    expect(toCurrent(undefined, "/", undefined).isNew).toBe(true);
    expect(toCurrent(undefined, "/planner", undefined).isNew).toBe(true);
    expect(toCurrent(undefined, "/chats/one", undefined)).toEqual(open);
  });

  it("stays with the conversation while its address changes to its own, and while another view is shown", () => {
    const fresh = toCurrent(undefined, "/", undefined);
    expect(toCurrent(fresh, `/chats/${fresh.id}`, undefined).id).toBe(fresh.id);
    const away = toCurrent(open, "/planner", undefined);
    expect(away.id).toBe("one");
    expect(toCurrent(away, "/", asked).id).toBe("one");
  });

  it("begins a new one at / from within the chat, and goes to another one at its address", () => {
    expect(toCurrent(open, "/", undefined).isNew).toBe(true);
    expect(toCurrent(open, "/chats/two", undefined)).toMatchObject({ id: "two", isNew: false });
  });

  it("begins a new one for each question that wants one, once", () => {
    const fresh = toCurrent(toCurrent(open, "/planner", undefined), "/", askedAnew);
    expect(fresh.isNew).toBe(true);
    expect(toCurrent(fresh, `/chats/${fresh.id}`, askedAnew).id).toBe(fresh.id);
    expect(toCurrent(undefined, "/chats/one", askedAnew).isNew).toBe(true);
  });
});
