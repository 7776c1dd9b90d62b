import { expect, it } from "vitest";
import { resolvedInput, writtenPart } from "../../../evals/scorers/resolved-input.ts";

const output = {
  facts: [],
  sources: [],
  resolved: { device: "orin-nx-16gb", workloads: [{ model: "yolo11s", streams: 1 }] },
};

it("resolvedInput() fills in what the result says, and keeps what it leaves out", () => {
  expect(resolvedInput({ input: { device: "Orin NX 16", limit: 3 }, output })).toEqual({
    ...output.resolved,
    limit: 3,
  });
});

it("writtenPart() takes of what was resolved the fields that were written", () => {
  const written = { device: "Orin NX 16", workloads: [{ model: "YOLO" }] };
  expect(writtenPart(written, output.resolved)).toEqual({
    device: "orin-nx-16gb",
    workloads: [{ model: "yolo11s" }],
  });
});
