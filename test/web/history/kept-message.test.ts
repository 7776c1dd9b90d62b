import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { fromKept, toKept } from "../../../web/history/kept-message.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);

/** An answer of the server, as the page puts it together. */
async function answerTo(question: string): Promise<UIMessage> {
  const asked: UIMessage = { id: "q", role: "user", parts: [{ type: "text", text: question }] };
  const text = await (await advisor.stream([asked])).text();
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const line of text.split("\n"))
        if (line.startsWith("data: {")) controller.enqueue(JSON.parse(line.slice("data: ".length)));
      controller.close();
    },
  });
  let answer: UIMessage = asked;
  for await (const message of readUIMessageStream({ stream })) answer = message;
  return answer;
}

const answer = await answerTo("Can I run Llama 3.1 8B on an Orin NX 16GB?");
const sizeOf = (message: UIMessage) => JSON.stringify(message).length;

function withFacts(message: UIMessage, facts: unknown): UIMessage {
  const parts = message.parts.map((part) =>
    part.type === "data-answer" && "data" in part ? { ...part, data: { history: [], facts } } : part,
  );
  return { ...message, parts };
}

describe("toKept()", () => {
  it("leaves out the facts that the results of an answer hold", () => {
    const kept = toKept(answer);
    expect(sizeOf(kept)).toBeLessThan(0.85 * sizeOf(answer));
    expect(kept.parts.filter(({ type }) => type !== "data-answer")).toEqual(
      answer.parts.filter(({ type }) => type !== "data-answer"),
    );
  });

  it("keeps facts that no result holds", () => {
    const other = withFacts(answer, [{ id: "1.other", basis: { kind: "given" } }]);
    expect(fromKept(toKept(other))).toEqual(other);
  });

  it("leaves out the turns before, which are messages themselves", () => {
    const [part] = toKept({
      id: "a",
      role: "assistant",
      parts: [{ type: "data-answer", data: { history: [{ role: "user", text: "before" }] } }],
    }).parts;
    expect(part).toEqual({ type: "data-answer", data: { history: [] } });
  });
});

describe("fromKept()", () => {
  it("gives back what was kept, to the last fact", () => {
    expect(fromKept(toKept(answer))).toEqual(answer);
  });

  it("leaves a message without results as it is", () => {
    const question: UIMessage = { id: "q", role: "user", parts: [{ type: "text", text: "Hello" }] };
    expect(fromKept(toKept(question))).toEqual(question);
  });
});
