import { describe, expect, it } from "vitest";
import { MAX_BODY_BYTES, readJson } from "../../../server/http/body.ts";

function requestOf(body: NonNullable<RequestInit["body"]>, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost", { method: "POST", body, headers, duplex: "half" });
}

/** A JSON string of exactly so many bytes, quotes included. */
function stringOf(bytes: number): string {
  return `"${"a".repeat(bytes - 2)}"`;
}

/** An endless chunked body that counts how much of it was asked for. */
function createFlood() {
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  const flood = { bytesTaken: 0 };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      flood.bytesTaken += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { flood, stream };
}

function nested(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

describe("readJson()", () => {
  it("reads JSON in UTF-8", async () => {
    expect(await readJson(requestOf('{"question":"Läuft 7B? 🤖"}'))).toEqual({ question: "Läuft 7B? 🤖" });
  });

  it("reads a body of exactly the limit", async () => {
    expect(await readJson(requestOf(stringOf(MAX_BODY_BYTES)))).toHaveLength(MAX_BODY_BYTES - 2);
  });

  it("refuses a body one byte over the limit", async () => {
    await expect(readJson(requestOf(stringOf(MAX_BODY_BYTES + 1)))).rejects.toMatchObject({
      code: "payload-too-large",
    });
  });

  it("refuses an announced length over the limit without reading", async () => {
    const { flood, stream } = createFlood();
    const request = requestOf(stream, { "content-length": String(MAX_BODY_BYTES + 1) });
    await expect(readJson(request)).rejects.toMatchObject({ code: "payload-too-large" });
    expect(flood.bytesTaken).toBeLessThanOrEqual(64 * 1024);
  });

  it("stops reading a chunked body soon after the limit", async () => {
    const { flood, stream } = createFlood();
    await expect(readJson(requestOf(stream))).rejects.toMatchObject({ code: "payload-too-large" });
    expect(flood.bytesTaken).toBeLessThanOrEqual(MAX_BODY_BYTES + 2 * 64 * 1024);
  });

  it.each([
    { name: "a byte that is no UTF-8", body: new Uint8Array([0x22, 0xff, 0x22]) },
    { name: "a cut character", body: new Uint8Array([0x22, 0xe2, 0x82, 0x22]) },
    { name: "a surrogate written as bytes", body: new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]) },
    { name: "an empty body", body: "" },
    { name: "cut JSON", body: '{"device":' },
    { name: "words", body: "orin nx" },
    { name: "NaN", body: "NaN" },
    { name: "a closing bracket too many", body: "]]" },
    { name: "a string that never ends", body: `"${"[".repeat(1000)}` },
  ])("refuses $name", async ({ body }) => {
    await expect(readJson(requestOf(body))).rejects.toMatchObject({ code: "invalid-input" });
  });

  it.each([
    { name: "64 levels of arrays", body: nested(64) },
    { name: "brackets inside a string", body: JSON.stringify("[".repeat(1000)) },
    { name: "brackets after an escaped quote", body: JSON.stringify(`"${"{".repeat(1000)}`) },
    { name: "brackets after an escaped backslash", body: JSON.stringify(["\\", "[".repeat(1000)]) },
    { name: "1,000 arrays beside each other", body: `[${Array(1000).fill("[]").join()}]` },
  ])("reads $name", async ({ body }) => {
    expect(await readJson(requestOf(body))).toEqual(JSON.parse(body));
  });

  it.each([
    { name: "65 levels of arrays", body: nested(65) },
    { name: "10,000 levels of arrays", body: nested(10_000) },
    { name: "100,000 brackets that never close", body: "[".repeat(100_000) },
    { name: "40,000 levels of objects", body: '{"a":'.repeat(40_000) },
    { name: "depth after a string that ends in a backslash", body: `["\\\\",${nested(65)}]` },
  ])("refuses $name", async ({ body }) => {
    await expect(readJson(requestOf(body))).rejects.toThrow("deeper than 64 levels");
  });

  it("lets no key reach a prototype", async () => {
    const body = '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}';
    await readJson(requestOf(body));
    expect(Reflect.get({}, "x")).toBeUndefined();
  });

  it("says so when the connection ends before the body", async () => {
    const stream = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    await expect(readJson(requestOf(stream))).rejects.toThrow("the connection ended");
  });
});
