import { describe, expect, it } from "vitest";
import { ClaimInput } from "../../../tools/claims/claim-input.ts";
import { claimNames } from "../../../tools/claims/claim-names.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const namesOf = (input: unknown) => claimNames(ClaimInput.parse(input), knowledge);
const speed = { metric: "decode", value: "52 tok/s" };

describe("claimNames()", () => {
  it("names board, mode, model, format and engine as people do, whatever they were called by", () => {
    const claim = {
      ...speed,
      device: "agx-orin-64gb",
      powerMode: "30w",
      model: "llama3.1:8b",
      quantization: "q4-k-m",
      runtime: "llama-cpp",
    };
    expect(namesOf(claim)).toEqual({
      device: "Jetson AGX Orin 64GB",
      powerMode: "MODE_30W",
      model: "Llama 3.1 8B Instruct",
      quantization: "Q4_K_M",
      runtime: "llama.cpp",
    });
  });

  it("leaves open what the claim leaves open, the power mode too", () => {
    expect(namesOf({ metric: "bandwidth", value: "273 GB/s", device: "AGX Orin 64GB" })).toEqual({
      device: "Jetson AGX Orin 64GB",
      powerMode: null,
      model: null,
      quantization: null,
      runtime: null,
    });
  });

  it("keeps the name of what is described on the spot, and a width that is no format", () => {
    const model = { name: "Foo 13B", parametersBillions: 13 };
    expect(namesOf({ ...speed, model, quantization: "4-bit" })).toMatchObject({
      model: "Foo 13B",
      quantization: "4-bit",
    });
  });
});
