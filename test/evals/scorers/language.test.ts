import { describe, expect, it } from "vitest";
import { languageScorer } from "../../../evals/scorers/language.ts";
import { faultOf, fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

const english = await subjectFor(fitCase.ask, fitCase.expects);
const german =
  "Das Modell passt gut in den Speicher des Boards, und es bleibt noch genug Platz für weitere Anwendungen daneben.";
const japanese = "このモデルはボードのメモリに十分収まりますので、他のアプリケーションも同時に実行できます。";

describe("languageScorer", () => {
  it.each([
    ["the built-in answer", english.answer.answer, ""],
    ["German", german, "It is in deu; wanted eng."],
    ["Japanese", japanese, "It is in jpn; wanted eng."],
    ["a few words", "Ja, es passt.", ""],
    ["a quotation", `The document says: "${german}"`, ""],
    ["names and numbers", "Qwen2.5-VL-7B, Llama 3.1 8B, Jetson Orin NX 16GB, 11.5 GB, 4.94 GB, TensorRT", ""],
  ])("reads %s", async (_, answer, fault) => {
    expect(await faultOf(languageScorer, english, { answer })).toBe(fault);
  });

  it("takes any language that the case allows", async () => {
    const either = await subjectFor(fitCase.ask, { ...fitCase.expects, languages: ["eng", "deu"] });
    expect(await faultOf(languageScorer, either, { answer: german })).toBe("");
  });
});
