import { describe, expect, it } from "vitest";
import { claimedPrices, readClaim } from "../../../server/built-in/read-claim.ts";

const read = (question: string, concurrency?: number) => {
  const claim = readClaim(question, question, concurrency);
  return claim && `${claim.metric} ${claim.value}`;
};

describe("readClaim()", () => {
  it.each([
    ["Is 52 tok/s for an 8B true?", "decode 52 tok/s"],
    ["somebody claims 55 tokens per second, can that be?", "decode 55 tok/s"],
    ["Can an Orin NX do 36.5 tok/s with a 7B?", "decode 36.5 tok/s"],
    ["I read that it makes 1,200 t/s of prefill, realistic?", "prefill 1200 tok/s"],
    ["Is a first token after 200 ms realistic?", "time-to-first-token 200 ms"],
    ["Is the bandwidth really 273 GB/s?", "bandwidth 273 GB/s"],
    ["Does it have 204.8 GB/s?", "bandwidth 204.8 GB/s"],
    ["Is the Orin Nano Super 67 TOPS?", "compute-int8-sparse 67 TOPS"],
    ["Does the KV cache really take 1.5 GB?", "kv-cache 1.5 GB"],
    ["Are the weights really 5 GB?", "weights 5 GB"],
    ["Is it true that Llama 3.3 70B is 280 GB at INT4?", "weights 280 GB"],
    ["Is 12 GB of memory plausible?", "memory 12 GB"],
    ["Is it really $249?", "price 249 USD"],
    ["Is a 7B model at 4 bit really just 3.5 GB?", "weights 3.5 GB"],
    ["It should do 120 tok/s, right?", "decode 120 tok/s"],
  ])("reads of %s the claim %s", (question, claim) => {
    expect(read(question)).toBe(claim);
  });

  it.each([
    "How fast is Llama 3.1 8B on Thor?",
    "I need 20 tok/s from an 8B",
    "Does a 7B model fit on 8 GB?",
    "Is the board worth 500 USD?",
    "Which board makes 30 tok/s?",
  ])("reads no claim of: %s", (question) => {
    expect(read(question)).toBeUndefined();
  });

  it("takes a speed with several streams for that of all, unless each is said", () => {
    expect(read("Can 8 users get 200 tok/s?", 8)).toBe("aggregate 200 tok/s");
    expect(read("Can 8 users get 20 tok/s each?", 8)).toBe("decode 20 tok/s");
    expect(read("Can 8 users get 200 tok/s?")).toBe("decode 200 tok/s");
  });

  it("takes no size of a board's name for a claim", () => {
    const question = "Is the memory of the AGX Orin 64GB really enough?";
    expect(readClaim(question, question.replace("64GB", "    "), undefined)).toBeUndefined();
  });
});

describe("claimedPrices()", () => {
  it.each([
    ["One says $1,999, another 2,499 dollars", ["1999 USD", "2499 USD"]],
    ["It has 64 GB and 204.8 GB/s", []],
  ])("of %s are %j", (question, prices) => {
    expect(claimedPrices(question)).toEqual(prices);
  });
});
