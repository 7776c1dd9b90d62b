import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

const training =
  /\b(?:fine[\s-]?tun(?:e|ing)|finetun(?:e|ing)|(?:pre-?)?train(?:ing)?|retrain(?:ing)?|q?lora\s+(?:train|tun)\w*)\b/i;
/** "Fine-tuned on", "post-training quantization", "without training": what was done before, or is not. */
const noTraining =
  /\b(?:post[\s-]training|training[\s-]free|without\s+(?:any\s+)?training|training\s+data|train\s+station)\b/i;

const mostBoards = 4;

/** True where a model is to be trained, which takes other memory than to run it. */
export function asksTraining(question: string): boolean {
  return training.test(question) && !noTraining.test(question);
}

/** The records of the boards: what memory there is can be said, what training takes of it cannot. */
export function planTraining(question: string, { boards }: Reading): PlannedCall[] | undefined {
  if (!asksTraining(question)) return undefined;
  return boards.slice(0, mostBoards).map((name) => ({ name: "look-up", input: { name } }));
}

/** What is said first of such a question. */
export const trainingLine =
  "**Training is not sized here:** memory and speed are computed for running a model. Training and fine-tuning also hold gradients, the optimizer's state and activations beside the weights, so a model that runs on a board need not train on it.";
