import { describe, expect, it } from "vitest";
import { mayBeTextCalls, parseTextCalls } from "../../../server/backends/text-calls.ts";
import { broken } from "../../fixtures/broken-calls.ts";

const call = { name: "add", input: { a: 1, b: 2 } };
const bare = '{"name":"add","arguments":{"a":1,"b":2}}';

const whole = [
  { shape: "a bare object", text: bare },
  { shape: "an object with blanks round it", text: `\n  ${bare}\n` },
  { shape: "parameters", text: '{"name": "add", "parameters": {"a": 1, "b": 2}}' },
  { shape: "input", text: '{"name":"add","input":{"a":1,"b":2}}' },
  { shape: "arguments as text", text: '{"name":"add","arguments":"{\\"a\\":1,\\"b\\":2}"}' },
  { shape: "a function", text: '{"function":{"name":"add","arguments":{"a":1,"b":2}}}' },
  { shape: "a function with id and type", text: `{"id":"1","type":"function","function":${bare}}` },
  { shape: "an array", text: `[${bare}]` },
  { shape: "a fence", text: `\`\`\`json\n${bare}\n\`\`\`` },
  { shape: "a fence without a language", text: `\`\`\`\n${bare}\n\`\`\`` },
  { shape: "a fence of tool calls", text: `\`\`\`tool_call\n${bare}\n\`\`\`` },
  { shape: "the tag of Hermes and Qwen", text: `<tool_call>\n${bare}\n</tool_call>` },
  { shape: "the tag of Llama", text: `<|python_tag|>${bare}` },
  { shape: "the tag of Llama with its end", text: `<|python_tag|>${bare}<|eom_id|>` },
  { shape: "an object over many lines", text: JSON.stringify(JSON.parse(bare), null, 2) },
];

describe("parseTextCalls()", () => {
  it.each(whole)("reads $shape", ({ text }) => {
    expect(parseTextCalls(text)).toEqual([call]);
  });

  it.each([
    { shape: "an array", text: `[${bare}, ${bare}]` },
    { shape: "tags", text: `<tool_call>${bare}</tool_call>\n<tool_call>\n${bare}\n</tool_call>` },
    { shape: "an array in a fence", text: `\`\`\`json\n[${bare},\n${bare}]\n\`\`\`` },
  ])("reads several calls from $shape", ({ text }) => {
    expect(parseTextCalls(text)).toEqual([call, call]);
  });

  it.each(broken)("reads no call from %s", (text) => {
    expect(parseTextCalls(text)).toBeUndefined();
  });
});

describe("mayBeTextCalls()", () => {
  it.each(whole)("holds $shape from its first character to its last", ({ text }) => {
    for (let length = 0; length <= text.length; length++)
      expect(mayBeTextCalls(text.slice(0, length))).toBe(true);
  });

  it.each([
    "Y",
    "Yes, it fits.",
    "[1] says",
    "[c",
    "{a}",
    "`code`",
    "```python\n",
    "<think>",
    "<b>",
    "| a | b |",
    "<|im",
    "# A",
  ])("lets %s go", (text) => {
    expect(mayBeTextCalls(text)).toBe(false);
  });
});
