import { describe, expect, it } from "vitest";
import { parseEndpoint } from "../../../server/backends/endpoint.ts";

describe("parseEndpoint()", () => {
  it.each([
    ["http://127.0.0.1:11434", "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434"],
    ["http://127.0.0.1:11434/", "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434"],
    ["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434"],
    ["http://127.0.0.1:11434/v1//", "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434"],
    ["https://box.local/llm/v1/", "https://box.local/llm/v1", "https://box.local/llm"],
    ["http://box/api/openai", "http://box/api/openai", "http://box/api/openai"],
    ["http://[::1]:8000", "http://[::1]:8000/v1", "http://[::1]:8000"],
  ])("reads %s as %s under %s", (text, openAI, root) => {
    expect(parseEndpoint(text)).toEqual({ openAI, root });
  });

  it.each([
    "",
    "nonsense",
    "localhost:11434",
    "127.0.0.1:11434",
    "ftp://box/v1",
    "file:///etc/passwd",
    "javascript:1",
  ])("refuses %s and says what is wanted", (text) => {
    expect(() => parseEndpoint(text)).toThrow(/^Cannot use the endpoint .*wanted a URL such as http:/);
  });

  it.each([
    "http://me:s3cret@box/v1",
    "http://s3cret@box",
    "ftp://me:s3cret@box",
    "http://box/v1?key=s3cret",
    "http://box/v1#s3cret",
  ])("refuses %s without repeating what may be a secret", (text) => {
    expect(() => parseEndpoint(text)).toThrow(expect.objectContaining({ code: "invalid-input" }));
    expect(() => parseEndpoint(text)).not.toThrow(/s3cret/);
  });
});
