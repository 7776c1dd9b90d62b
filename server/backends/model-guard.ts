import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4Middleware,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { AppError } from "../../knowledge/errors.ts";
import type { Breaker, CallEnd } from "./breaker.ts";
import { modelError, modelErrorOf } from "./model-errors.ts";

type Part = LanguageModelV4StreamPart;

/** Whatever a call failed with, as one of our errors. */
function toModelError(thrown: unknown): AppError {
  return modelErrorOf(thrown) ?? modelError("llm-bad-response", { cause: thrown });
}

const nothingUsed: LanguageModelV4Usage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};
const failedFinish: LanguageModelV4FinishReason = { unified: "error", raw: undefined };

/** The parts of a reply up to its first error, which ends it: what a broken reply held last is no call to run. */
function untilError(parts: ReadableStream<Part>, isAborted: () => boolean, end: (end: CallEnd) => void) {
  const reader = parts.getReader();
  const fail = (controller: ReadableStreamDefaultController<Part>, thrown: unknown) => {
    const error = toModelError(thrown);
    end(error);
    controller.enqueue({ type: "error", error });
    controller.enqueue({ type: "finish", finishReason: failedFinish, usage: nothingUsed });
    controller.close();
    reader.cancel().catch(() => {});
  };
  return new ReadableStream<Part>(
    {
      async pull(controller) {
        try {
          const { value, done } = await reader.read();
          if (value?.type === "error") return fail(controller, value.error);
          if (value) controller.enqueue(value);
          if (!done) return;
          end("answered");
          controller.close();
        } catch (thrown) {
          if (!isAborted()) return fail(controller, thrown);
          end("abandoned");
          controller.error(thrown);
        }
      },
      cancel(reason) {
        end("abandoned");
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

const isAbort = ({ abortSignal }: LanguageModelV4CallOptions) => abortSignal?.aborted ?? false;

/** Every failure of the model as one of our errors, told to the breaker; while that is open nothing is sent. */
export function guardMiddleware(breaker: Breaker): LanguageModelV4Middleware {
  return {
    specificationVersion: "v4",
    async wrapStream({ doStream, params }) {
      const end = breaker.begin();
      try {
        const { stream, ...rest } = await doStream();
        return { stream: untilError(stream, () => isAbort(params), end), ...rest };
      } catch (thrown) {
        if (isAbort(params)) {
          end("abandoned");
          throw thrown;
        }
        const error = toModelError(thrown);
        end(error);
        throw error;
      }
    },
  };
}
