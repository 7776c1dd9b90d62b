import type { UIMessageChunk } from "ai";
import { nextTask } from "../next-task.ts";

/** Milliseconds after which a frame is waited for no longer: a page that is not seen draws none. */
const longestWaitMs = 1_000;

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestWaitMs);
    requestAnimationFrame(() => resolve());
  });
}

/** Ends when what the page was given before is on the screen: drawn in a task of its own, and painted behind the next frame. */
async function untilPainted(): Promise<void> {
  if (document.visibilityState === "hidden") return;
  await nextTask();
  await nextFrame();
  await nextTask();
}

/**
 * Holds the words of an answer back until the results that came before them are seen. On a slow device both come
 * together, and the words take the longer to draw.
 */
export function resultsFirst(wait = untilPainted): TransformStream<UIMessageChunk, UIMessageChunk> {
  let isUnseen = false;
  return new TransformStream({
    async transform(chunk, controller) {
      if (chunk.type === "tool-output-available") isUnseen = true;
      if (chunk.type === "text-start" && isUnseen) {
        await wait();
        isUnseen = false;
      }
      controller.enqueue(chunk);
    },
  });
}
