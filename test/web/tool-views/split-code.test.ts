import { expect, it } from "vitest";
import { splitCode } from "../../../web/tool-views/split-code.ts";

it.each([
  ["`free -h` before the start", ["<free -h>", " before the start"]],
  ["see `a` and `b`", ["see ", "<a>", " and ", "<b>"]],
  ["no code", ["no code"]],
  ["one ` alone", ["one ` alone"]],
  ["", []],
])("splitCode() takes %j apart at its backticks", (text, pieces) => {
  expect(splitCode(text).map(({ isCode, text }) => (isCode ? `<${text}>` : text))).toEqual(pieces);
});
