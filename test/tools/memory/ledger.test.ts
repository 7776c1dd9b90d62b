import { describe, expect, it } from "vitest";
import { drawLedger, type OperatingSystem, verdicts } from "../../../tools/memory/ledger.ts";
import { assume, board, knowledge, partBytes, place } from "../../fixtures/knowledge.ts";

const minimum = 2 ** 29;
const stream = { model: "camera-stream" };
const draw = (bytes: number, workloads: unknown[] = [stream], os: OperatingSystem = "headless") =>
  drawLedger(board({ name: "Mine", memory: `${bytes} B` }), os, workloads.map(place), knowledge);

/** A camera stream of 100 MB, 1 GiB of system and 0.5 GiB of reserve. */
const needed = 100e6 + 2 ** 30 + minimum;

describe("drawLedger()", () => {
  it("draws a line for each part, the board's own last", () => {
    expect(draw(8e9)).toEqual({
      verdict: "fits",
      blockers: [],
      bytesNeeded: needed,
      bytesAvailable: 8e9,
      headroomBytes: 8e9 - needed,
      workingSetBytes: 100e6,
      lines: [
        { workload: 0, part: "streams", bytes: 100e6 },
        { workload: null, part: "os", bytes: 2 ** 30 },
        { workload: null, part: "reserve", bytes: minimum },
      ],
      largestAllocationBytes: 0,
    });
  });

  it.each([
    { headroom: 1, verdict: "fits" },
    { headroom: 0, verdict: "fits" },
    { headroom: -1, verdict: "tight" },
    { headroom: -minimum, verdict: "tight" },
    { headroom: -minimum - 1, verdict: "does-not-fit" },
  ])("says $verdict for a headroom of $headroom bytes", ({ headroom, verdict }) => {
    expect(draw(needed + headroom)).toMatchObject({ headroomBytes: headroom, verdict });
    expect(verdicts).toContain(verdict);
  });

  it("loses no byte to rounding, however the same sum is divided", () => {
    const drafted = (speculativeDecoding?: { method: string }) =>
      draw(64e9, [
        {
          model: "qwen2.5-7b",
          runtime: "tensorrt-edge-llm",
          contextTokens: 131_072,
          ...(speculativeDecoding && { speculativeDecoding }),
        },
      ]);
    const [plain, eagle] = [drafted(), drafted({ method: "eagle3" })];
    expect(eagle.workingSetBytes).toBeGreaterThanOrEqual(plain.workingSetBytes);
    for (const { bytes } of [...plain.lines, ...eagle.lines]) expect(Number.isInteger(bytes)).toBe(true);
  });

  it("says unsupported, whatever the headroom, when something blocks", () => {
    for (const bytes of [1e9, 64e9]) {
      const ledger = draw(bytes, [{ ...stream, runtime: "ollama" }]);
      expect(ledger.verdict).toBe("unsupported");
      expect(ledger.blockers.map(({ code }) => code)).toEqual(["kind-not-served"]);
    }
  });

  it.each([
    { bytes: 0, reserve: minimum },
    { bytes: 20 * minimum, reserve: minimum },
    { bytes: 20 * minimum + 20, reserve: minimum + 1 },
    { bytes: 64e9, reserve: 3.2e9 },
  ])(
    "keeps $reserve bytes in reserve of $bytes: half a GiB, or 5 % when that is more",
    ({ bytes, reserve }) => {
      expect(partBytes(draw(bytes), "reserve")).toBe(reserve);
    },
  );

  it.each([
    { device: "orin-nano-8gb", os: "headless", gib: 0.65 },
    { device: "orin-nano-8gb", os: "desktop", gib: 1.65 },
    { device: "orin-nx-16gb", os: "desktop", gib: 1.8 },
    { device: "agx-orin-64gb", os: "desktop", gib: 2.2 },
    { device: "thor-t5000", os: "headless", gib: 3 },
    { device: "thor-t5000", os: "desktop", gib: 8 },
  ] as const)("gives $device, $os, a system of $gib GiB", ({ device, os, gib }) => {
    const ledger = drawLedger(board(device), os, [place(stream)], knowledge);
    expect(partBytes(ledger, "os")).toBe(Math.round(gib * 2 ** 30));
  });

  it("knows a system, headless smaller than desktop, for every class of board", () => {
    for (const { value } of knowledge.devices.entries)
      expect(assume(`os-headless-${value.class}`)).toBeLessThan(assume(`os-desktop-${value.class}`));
  });

  it("numbers the lines of each workload, and pays a context for each process", () => {
    const { lines } = draw(64e9, [{ model: "yolo11s" }, { model: "yolo11s" }]);
    expect(lines.filter(({ part }) => part === "runtime")).toEqual([
      { workload: 0, part: "runtime", bytes: 400e6 },
      { workload: 1, part: "runtime", bytes: 400e6 },
    ]);
  });

  it("takes for the largest allocation the largest of weights, cache and buffers of any workload", () => {
    const model = "qwen2.5-7b";
    const short = draw(64e9, [{ model: "yolo11s" }, { model }]);
    expect(short.largestAllocationBytes).toBe(partBytes(draw(64e9, [{ model }]), "weights"));
    const long = draw(64e9, [{ model, contextTokens: 131_072 }]);
    expect(long.largestAllocationBytes).toBe(28 * 131_072 * 4 * 2 * 128 * 2);
  });
});
