import { AppError, type ErrorCode } from "../../knowledge/errors.ts";
import type { BackendKind } from "./profiles.ts";

/** What can go wrong between us and a model. */
export type ModelErrorCode = Extract<ErrorCode, `llm-${string}`>;

/** The model and the kind of server it is on, as the sentences name them. */
export type ModelSubject = { model: string; kind: BackendKind };

/** The only sentences that leave: what a server says of itself may hold addresses, paths and prompts. */
const sentences: Record<ModelErrorCode, string> = {
  "llm-unreachable":
    "Cannot reach the model server: nothing answers at its endpoint. Start it; the next question tries again.",
  "llm-timeout":
    "Cannot wait longer for the model: its time is up. Ask again, use a smaller model, or raise JETSON_ADVISOR_FIRST_BYTE_MS.",
  "llm-stalled":
    "Cannot finish the model's text: it stopped in the middle and sent nothing more. Ask again; if it recurs, restart the model server.",
  "llm-interrupted":
    "Cannot finish the model's text: the server broke off before its end. Ask again; its log says why.",
  "llm-bad-response":
    "Cannot read the reply of the model server: it is not the chat protocol. See that --endpoint names its OpenAI path, usually /v1.",
  "llm-oom":
    "Cannot run the model: its server ran out of memory. Use a smaller model, a shorter context, or stop other work on the board.",
  "llm-busy": "Cannot get a turn at the model server: it is busy. Ask again in a while.",
  "llm-loading": "Cannot wait longer for the model: its server is still loading it. Ask again in a while.",
  "llm-model-missing": "Cannot use the model: the server does not have it.",
  "llm-context-exceeded":
    "Cannot ask the model: the conversation is longer than the context it is loaded with. Load it with a longer context, or start a new conversation.",
  "llm-no-tools":
    "Cannot let the model call tools: its server refuses them. Start it with a tool-call parser, or use a model that has tools.",
};

function isModelErrorCode(code: string): code is ModelErrorCode {
  return Object.hasOwn(sentences, code);
}

/** The command that brings a missing model, where there is one; a name that a shell would read otherwise gets none. */
export function pullCommand({ model, kind }: ModelSubject): string | undefined {
  return kind === "ollama" && /^[\w][\w.:/-]*$/.test(model) ? `ollama pull ${model}` : undefined;
}

function sentenceOf(code: ModelErrorCode, subject?: ModelSubject): string {
  if (code !== "llm-model-missing" || subject === undefined) return sentences[code];
  const command = pullCommand(subject);
  const step = command ? `Run: ${command}` : "Name one that it serves with --model.";
  return `Cannot use the model "${subject.model}": the server does not have it. ${step}`;
}

/** One of our errors with its fixed sentence. */
export function modelError(
  code: ModelErrorCode,
  { cause, subject }: { cause?: unknown; subject?: ModelSubject } = {},
): AppError {
  return new AppError(code, sentenceOf(code, subject), cause === undefined ? {} : { cause });
}

/** An error as an event of the reply, so that it arrives behind the text that came before it. */
export function toErrorEvent({ code, message }: AppError) {
  return { error: { message, type: "advisor", code } };
}

/** What an error of the SDK or of Node may carry another one in. */
function innerErrors(thrown: object): unknown[] {
  return ["cause", "lastError", "data", "error", "errors"].flatMap((key) => Reflect.get(thrown, key) ?? []);
}

/** The model error inside whatever the SDK made of it, however deep; nothing where the failure is another's. */
export function modelErrorOf(thrown: unknown, depth = 0): AppError | undefined {
  if (typeof thrown !== "object" || thrown === null || depth > 8) return undefined;
  if (thrown instanceof AppError) return isModelErrorCode(thrown.code) ? thrown : undefined;
  const { type, code, message } = { type: undefined, code: undefined, message: undefined, ...thrown };
  if (type === "advisor" && typeof code === "string" && isModelErrorCode(code))
    return new AppError(code, typeof message === "string" ? message : sentences[code]);
  for (const child of innerErrors(thrown)) {
    const found = modelErrorOf(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}
