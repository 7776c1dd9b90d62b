import { describe, expect, it } from "vitest";
import { hidePlaces } from "../../../server/http/hide-places.ts";

const places = { root: "/home/ada/jetson.advisor", home: "/home/ada" };

describe("hidePlaces()", () => {
  it.each([
    ["Cannot read /home/ada/jetson.advisor/knowledge/a.yaml: no", "Cannot read ./knowledge/a.yaml: no"],
    ["/home/ada/models/qwen.gguf answers.", "~/models/qwen.gguf answers."],
    ["vllm serve /home/ada/models/qwen", "vllm serve ~/models/qwen"],
    ["vllm serve '/home/ada/my models/qwen'", "vllm serve '~/my models/qwen'"],
    ["http://ada:secret@10.0.0.5:8000/v1 is away", "http://10.0.0.5:8000/v1 is away"],
    ["http://ada@10.0.0.5/v1", "http://10.0.0.5/v1"],
  ])("makes of %s: %s", (text, told) => {
    expect(hidePlaces(text, places)).toBe(told);
  });

  it.each([
    "cat /etc/nv_tegra_release",
    "/home/adam/models/qwen.gguf",
    "/mnt/home/ada",
    "/srv/home/ada.tar",
    "http://127.0.0.1:11434/v1",
    "who@where",
  ])("leaves %s as it is", (text) => {
    expect(hidePlaces(text, places)).toBe(text);
  });

  it("leaves paths alone where the home is the root of everything", () => {
    expect(hidePlaces("see /etc/fstab", { root: "/opt/advisor", home: "/" })).toBe("see /etc/fstab");
  });
});
