import PQueue from "p-queue";
import { AppError } from "../../knowledge/errors.ts";

/** Lets one answer at a time use the model: a second KV cache is what a small board has no memory for. */
export type Admission = {
  /** Takes a place; throws `queue-full` where nobody more may wait. */
  enter(): Place;
};

/** The place of one answer, from its question on. */
export type Place = {
  /** Runs the work when its turn has come; hears its number in the queue, 1 being next, as it moves. */
  run<Result>(
    work: () => Promise<Result>,
    options: { onPlace(place: number): void; abortSignal: AbortSignal },
  ): Promise<Result>;
  /** Gives the place back, whatever came of it. */
  leave(): void;
};

/** Answers that may wait. */
const longestQueue = 8;
/** Seconds after which the one refused may try again: about the time of an answer. */
const retryAfterSeconds = 15;

/** Opens the door with as many places at the model as its server generates at once, and a few to wait on. */
export function createAdmission({ slots }: { slots: number }): Admission {
  const queue = new PQueue({ concurrency: slots });
  const waiting: ((place: number) => void)[] = [];
  let taken = 0;
  const tellPlaces = () => {
    for (const [index, tell] of waiting.entries()) tell(index + 1);
  };
  const run: Place["run"] = async (work, { onPlace, abortSignal }) => {
    const stopWaiting = () => {
      const at = waiting.indexOf(onPlace);
      if (at < 0) return;
      waiting.splice(at, 1);
      tellPlaces();
    };
    const isFree = queue.pending < slots;
    if (!isFree) waiting.push(onPlace);
    if (!isFree) onPlace(waiting.length);
    try {
      return await queue.add(
        () => {
          stopWaiting();
          return work();
        },
        { signal: abortSignal },
      );
    } finally {
      stopWaiting();
    }
  };
  return {
    enter() {
      // Counted from the question on, since many who ask at once are not in the queue yet.
      if (taken >= slots + longestQueue)
        throw new AppError(
          "queue-full",
          `Cannot take another question: ${longestQueue} are waiting for the model. Try again in ${retryAfterSeconds} seconds.`,
          { retryAfterSeconds },
        );
      taken += 1;
      let isHeld = true;
      return {
        run,
        leave() {
          if (isHeld) taken -= 1;
          isHeld = false;
        },
      };
    },
  };
}
